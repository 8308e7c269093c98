import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { deskHref, readFilter } from '@/app/_desk/desk-views';
import { deleteViewAction, renameViewAction } from '@/app/_desk/views/actions';
import { addressOf, enterPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button, LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Notice } from '@/components/notice';
import { TextField } from '@/components/text-fields';
import { viewLimits } from '@/lib/desk/input';
import { listViews } from '@/lib/desk/queries/list-views';

type Props = { searchParams: Promise<Record<string, string | undefined>> };

const path = '/desk/views';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.own_views'))('title') };
}

/** One's own views of the queue: to open, to name anew, to delete. */
export default async function OwnViews({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(path, query), 'dispatch');
  const [t, { locale }, views] = await Promise.all([getTranslations(), readPreferences(), listViews(ctx)]);
  const kept = await readKept(ctx, path, query.form);
  const done = (['rename', 'delete'] as const).find((name) => name === query.done);
  return (
    <DeskPage ctx={ctx} current="/desk" returnTo={path}>
      <div className="desk-body stack">
        <h1>{t('desk.own_views.title')}</h1>
        {done && <Notice kind="done">{t(`desk.own_views.done.${done}`)}</Notice>}
        {kept && (
          <div id="errors">
            <Notice kind="bad">{kept.issues[0]?.message ?? kept.message}</Notice>
          </div>
        )}
        {views.length === 0 ? (
          <EmptyState title={t('desk.own_views.none')} words={t('desk.own_views.how')} />
        ) : (
          <ul className="stack">
            {views.map(({ id, name, filter }) => (
              <li key={id} className="card stack-tight own-view">
                <h2 lang={wordsLang(locale)}>
                  <a className="alone" href={deskHref(readFilter(filter, 'all'))}>
                    {name}
                  </a>
                </h2>
                <form action={renameViewAction} className="own-view-name">
                  <input type="hidden" name="id" value={id} />
                  <TextField
                    name="name"
                    id={`name-${id}`}
                    label={t('desk.own_views.new_name')}
                    defaultValue={
                      kept?.form === 'rename' && kept.values.id === id ? String(kept.values.name ?? '') : name
                    }
                    maxLength={viewLimits.name}
                    required
                  />
                  <Button kind="outline" icon="pencil">
                    {t('desk.own_views.rename')}
                  </Button>
                </form>
                <form action={deleteViewAction}>
                  <input type="hidden" name="id" value={id} />
                  <Button kind="plain" icon="trash">
                    {t('desk.own_views.delete')} <span className="away">{name}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <p>
          <LinkButton kind="outline" href="/desk">
            {t('desk.own_views.back')}
          </LinkButton>
        </p>
      </div>
    </DeskPage>
  );
}
