import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { goOnAction, undoBulkAction } from '@/app/_desk/bulk/actions';
import { DeskPage } from '@/app/_desk/desk-page';
import { UndoButton } from '@/app/_desk/undo/undo-button';
import { undoSeconds } from '@/app/_desk/undo/undo-form';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button, LinkButton } from '@/components/button';
import { Notice } from '@/components/notice';
import { undoDispatchMs } from '@/lib/orders/conditions';
import { getBulk } from '@/lib/orders/queries/get-bulk';
import { reasonWords } from '@/lib/transport/words';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ form?: string; done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.bulk'))('result') };
}

/** What became of each order of a bulk; where it was cut off, the button that goes on. */
export default async function BulkResult({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const path = `/desk/bulk/${id}`;
  const ctx = await enterPage(path, 'dispatch');
  const [t, { locale }, bulk] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, path, getBulk(ctx, { id })),
  ]);
  const kept = await readKept(ctx, path, query.form);
  const many = (state: string) => bulk.lines.filter((line) => line.state === state).length;
  const waiting = many('waiting');
  const mayUndo = bulk.finishedAt !== null && many('done') > 0 && ctx.now() < bulk.finishedAt + undoDispatchMs;
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={path}>
      <div className="desk-body stack">
        <h1>{t('desk.bulk.result')}</h1>
        {kept && (
          <div id="errors">
            <Notice kind="bad">{kept.message}</Notice>
          </div>
        )}
        <Notice kind={many('refused') + waiting > 0 ? 'wait' : 'done'}>
          {t('desk.bulk.counts', { done: many('done'), refused: many('refused'), undone: many('undone'), waiting })}
        </Notice>
        {waiting > 0 && (
          <form action={goOnAction} className="stack-tight">
            <input type="hidden" name="id" value={id} />
            <p>{t('desk.bulk.cut_off')}</p>
            <Button icon="refresh">{t('desk.bulk.go_on', { count: waiting })}</Button>
          </form>
        )}
        {mayUndo && !query.done && (
          <form action={undoBulkAction}>
            <input type="hidden" name="id" value={id} />
            <UndoButton label={t('desk.undo.all', { count: many('done') })} seconds={undoSeconds} />
          </form>
        )}
        <ul className="card bulk-lines">
          {bulk.lines.map(({ code, state, reason, params: figures }) => (
            <li key={code} className="bulk-line">
              <a className="alone" href={`/desk/o/${code}`}>
                {code}
              </a>
              <span>
                <strong>{t(`desk.bulk.state.${state}`)}</strong>
                {reason && <span className="small"> {reasonWords(locale, reason, 'rule', figures ?? undefined)}</span>}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <LinkButton kind="outline" href="/desk">
            {t('desk.bulk.back')}
          </LinkButton>
        </p>
      </div>
    </DeskPage>
  );
}
