import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { answersFor } from '@/app/_matters/answers/own-answers';
import { opensFor } from '@/app/_matters/deliberation/own-cases';
import { roundView } from '@/app/_matters/rounds/fields';
import { OpenForm } from '@/app/_matters/rounds/open-form';
import { RoundRows } from '@/app/_matters/rounds/round-rows';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { listRounds } from '@/lib/rounds/queries/list-rounds';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const at = '/desk/rounds';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rounds'))('kind') };
}

/** The questions of this desk, and for the secretary the form that asks one. */
export default async function Rounds({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(at, query), 'dispatch');
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, community, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    answersFor(ctx),
    readKept(ctx, at, query.form),
  ]);
  const of = community ? { community: community.code } : {};
  const list = await orPage(ctx, at, listRounds(ctx, { ...of, cursor, limit: 30 }));
  const view = roundView('open', kept);
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={addressOf(at, { cursor })}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/matters">
            {t('matters.back_hub')}
          </a>
        </p>
        <h1>{t('rounds.kind')}</h1>
        <SendKey />
        {community && opensFor(ctx.actor).includes(community.code) && (
          <details id="open" className="card fold" open={view.refused}>
            <summary>{t('rounds.open.title')}</summary>
            <OpenForm community={community.code} today={shanghaiDate(ctx.now())} view={view} t={t} />
          </details>
        )}
        {list.items.length > 0 ? (
          <RoundRows items={list.items} locale={locale} t={t} />
        ) : (
          <EmptyState title={t('rounds.none')} words={t('rounds.none_words')} />
        )}
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
