import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { AnswerRows, WaitingRows } from '@/app/_matters/answers/answer-rows';
import { answersFor } from '@/app/_matters/answers/own-answers';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { listAnswers } from '@/lib/answers/queries/list-answers';
import { listWaiting } from '@/lib/answers/queries/list-waiting';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const at = '/desk/answers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('answers'))('kind') };
}

/** The answers of this desk: promises whose day has passed first, then suggestions that wait, then all, the latest first. */
export default async function Answers({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(at, query), 'dispatch', 'handle');
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, community] = await Promise.all([getTranslations(), readPreferences(), answersFor(ctx)]);
  const of = community ? { community: community.code } : {};
  const [late, waiting, list] = await Promise.all([
    cursor ? null : listAnswers(ctx, { ...of, late: true, limit: 50 }),
    cursor || !community ? [] : listWaiting(ctx, { community: community.code }),
    orPage(ctx, at, listAnswers(ctx, { ...of, cursor, limit: 30 })),
  ]);
  const red = new Set(late?.items.map(({ code }) => code));
  const others = list.items.filter(({ code }) => !red.has(code));
  const read = { now: ctx.now(), locale, t };
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={addressOf(at, { cursor })}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/matters">
            {t('matters.back_hub')}
          </a>
        </p>
        <h1>{t('answers.kind')}</h1>
        {late && late.items.length > 0 && (
          <section className="card stack">
            <h2>{t('answers.late')}</h2>
            <p className="quiet">{t('answers.late_words')}</p>
            <AnswerRows items={late.items} label={t('answers.late')} {...read} />
          </section>
        )}
        {!cursor && (
          <section className="card stack">
            <h2>{t('answers.waiting')}</h2>
            {waiting.length > 0 ? <WaitingRows items={waiting} {...read} /> : <p>{t('answers.none_waiting')}</p>}
          </section>
        )}
        <section className="stack">
          <h2>{t('answers.given')}</h2>
          {others.length > 0 ? (
            <AnswerRows items={others} label={t('answers.given')} {...read} />
          ) : (
            <EmptyState title={t('answers.none')} words={t('answers.none_words')} />
          )}
        </section>
        <CursorPager
          label={t('common.pager.label')}
          first={cursor ? { href: at, label: t('common.pager.first') } : undefined}
          next={
            list.nextCursor
              ? { href: addressOf(at, { cursor: list.nextCursor }), label: t('common.pager.next') }
              : undefined
          }
        />
      </div>
    </DeskPage>
  );
}
