import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { kindTabs } from '@/app/_board/board-kind';
import { BoardList } from '@/app/_board/board-list';
import { boardHref, boardTabs, readBoard } from '@/app/_board/board-query';
import { kinds } from '@/app/_board/kinds';
import { monthHref } from '@/app/_board/month-query';
import { publicContext } from '@/app/_board/public-context';
import { residentTabs } from '@/app/_resident/tabs';
import { orPage } from '@/app/_shell/enter';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readerOf } from '@/app/_track/viewer';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { Views } from '@/components/views';
import '@/app/_resident/resident.css';
import { listCommunities } from '@/lib/places/queries/list-communities';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('board') };
}

/** R10: what concerns everybody, from the first discussion to the accounts. Anybody may read it, signed in or not. */
export default async function Board({ searchParams }: Props) {
  const query = readBoard(await searchParams);
  const [reader, ctx] = await Promise.all([readerOf(), publicContext()]);
  const { t, locale } = reader;
  const communities = await listCommunities(ctx);
  const community = communities.find(({ code }) => code === query.community) ?? communities[0];
  const { tab } = query;
  const ask = { community: community?.code ?? '', cursor: query.cursor };
  const own = Object.values(kinds);
  const { rows, nextCursor } =
    tab === 'notice'
      ? {
          rows: (await Promise.all(own.map((kind) => kind.onNotice?.(ctx, reader, ask.community) ?? []))).flat(),
          nextCursor: null,
        }
      : await orPage(ctx, '/board', listOf(tab));
  function listOf(wanted: (typeof kindTabs)[number]) {
    const kind = own.find((one) => one.tab === wanted);
    return kind ? kind.list(ctx, reader, ask) : Promise.resolve({ rows: [], nextCursor: null });
  }
  const place = community ? rowName(locale, community) : t('home.place');
  return (
    <PhonePage masthead={{ place, title: t('nav.board') }} tabs={residentTabs(t, '/board')} returnTo={boardHref(query)}>
      <p>{t('board.intro')}</p>
      {communities.length > 1 && (
        <Views
          label={t('cases.community')}
          views={communities.map((one) => ({
            href: boardHref({ tab, community: one.code }),
            label: rowName(locale, one),
            current: one.code === community?.code,
          }))}
        />
      )}
      <Views
        label={t('board.tab.label')}
        views={[
          ...boardTabs.map((one) => ({
            href: boardHref({ tab: one, community: query.community }),
            label: t(`board.tab.${one}`),
            current: one === tab,
          })),
          { href: '/cases', label: t('cases.title') },
          { href: monthHref({ community: query.community }), label: t('board.tab.month') },
        ]}
      />
      <section className="section">
        <h2 className="away on-paper">{t(`board.tab.${tab}`)}</h2>
        {rows.length > 0 ? (
          <BoardList rows={rows} place={place} reader={reader} />
        ) : (
          <EmptyState title={t(`board.none.${tab}`)} words={t('board.none.words')} />
        )}
      </section>
      <CursorPager
        label={t('common.pager.label')}
        first={
          query.cursor
            ? { href: boardHref({ ...query, cursor: undefined }), label: t('common.pager.first') }
            : undefined
        }
        next={
          nextCursor ? { href: boardHref({ ...query, cursor: nextCursor }), label: t('common.pager.next') } : undefined
        }
      />
    </PhonePage>
  );
}
