import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatWhen } from '@/app/_order/when';
import { CaseList, CaseShares } from '@/app/_resident/cases/case-list';
import { CasesFilter } from '@/app/_resident/cases/cases-filter';
import { casesHref, readCases } from '@/app/_resident/cases/cases-query';
import { monthName } from '@/app/_resident/cases/month-name';
import { orPage } from '@/app/_shell/enter';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';
import { listSolved, smallestGroup } from '@/lib/orders/queries/list-solved';
import { listAreas } from '@/lib/places/queries/list-areas';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { currentContext } from '@/lib/transport/session';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('title') };
}

// As many as a page of 16 kB holds.
const pageSize = 30;

/** R13: what was closed, month by month, so that everybody sees what becomes of a report and nobody sees whose it was. */
export default async function Cases({ searchParams }: Props) {
  const query = readCases(await searchParams);
  const [t, { locale }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const communities = await listCommunities(ctx);
  const community = communities.find(({ code }) => code === query.community) ?? communities[0];
  const here = casesHref(query);
  if (!community) {
    return (
      <PhonePage back={{ href: '/board', label: t('nav.board') }} returnTo={here}>
        <EmptyState as="h1" title={t('cases.title')} words={t('cases.none_at_all')} />
      </PhonePage>
    );
  }
  const [list, quarters, categories, items] = await Promise.all([
    orPage(ctx, '/cases', listSolved(ctx, { ...query, community: community.code, limit: pageSize })),
    listAreas(ctx, { parent: community.code, kind: 'quarter', limit: 200 }),
    listCategories(ctx.db),
    listItems(ctx.db),
  ]);
  const month = list.month ? monthName(list.month, locale) : null;
  const to = (more: Partial<typeof query>) => casesHref({ ...query, cursor: undefined, ...more });
  return (
    <PhonePage back={{ href: '/board', label: t('nav.board') }} returnTo={here}>
      <header className="stack-tight">
        <h1>{t('cases.title')}</h1>
        <p>{t('cases.intro')}</p>
        <p className="quiet small">
          {t('cases.by', { place: rowName(locale, community), when: formatWhen(ctx.now(), null, locale) })}
        </p>
      </header>
      <CasesFilter
        {...{ query, categories, items, locale, t }}
        communities={communities}
        community={community.code}
        quarters={quarters.items}
      />
      {month && <h2>{t('cases.month', { month, place: rowName(locale, community) })}</h2>}
      <CaseShares outcomes={list.outcomes} t={t} />
      {list.items.length > 0 ? (
        <CaseList cases={list.items} locale={locale} t={t} />
      ) : (
        <EmptyState
          title={t('cases.none')}
          words={t('cases.none_words', { count: smallestGroup })}
          action={
            (query.place || query.category) && (
              <LinkButton href={to({ place: undefined, category: undefined })} kind="outline">
                {t('cases.show_all')}
              </LinkButton>
            )
          }
        />
      )}
      <CursorPager
        label={t('common.pager.label')}
        first={
          query.cursor ? { href: to({ month: list.month ?? undefined }), label: t('common.pager.first') } : undefined
        }
        next={
          list.nextCursor
            ? { href: to({ month: list.month ?? undefined, cursor: list.nextCursor }), label: t('common.pager.next') }
            : undefined
        }
      />
      <nav className="pager" aria-label={t('cases.months')}>
        {list.older && (
          <a href={to({ month: list.older })}>{t('cases.older', { month: monthName(list.older, locale) })}</a>
        )}
        {list.newer && (
          <a href={to({ month: list.newer })}>{t('cases.newer', { month: monthName(list.newer, locale) })}</a>
        )}
      </nav>
      <section className="card section">
        <h2>{t('cases.how.title')}</h2>
        <ul className="bullets">
          <li>{t('cases.how.hidden')}</li>
          <li>{t('cases.how.left_out')}</li>
          <li>{t('cases.how.small', { count: smallestGroup })}</li>
          <li>{t('cases.how.days')}</li>
          <li>{t('cases.how.photos')}</li>
        </ul>
      </section>
    </PhonePage>
  );
}
