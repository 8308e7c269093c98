import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dayWords } from '@/app/_mediation/day-words';
import { MediationFrame } from '@/app/_mediation/mediation-frame';
import { OtherWays } from '@/app/_mediation/other-ways';
import { listPath, newPath } from '@/app/_mediation/paths';
import { StateChip } from '@/app/_mediation/state-chip';
import { formatDay } from '@/app/_order/when';
import { addressOf, orPage } from '@/app/_shell/enter';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { Chip } from '@/components/chip';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { ListRow, ListRows } from '@/components/list-rows';
import { Views } from '@/components/views';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { mayOpen, mediatesIn } from '@/lib/mediation/policy';
import { listMediations } from '@/lib/mediation/queries/list-mediations';
import { performUntil } from '@/lib/mediation/queries/perform-until';
import { openStatuses, type Status, statuses } from '@/lib/mediation/status';
import { signedInContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mediation'))('studio') };
}

const pageSize = 30;
// An agreement is not the end: until somebody has looked that it is performed (31), it stands apart and in sight.
const awaited: readonly Status[] = ['settled', 'broken'];
const over = statuses.slice(openStatuses.length).filter((status) => !awaited.includes(status));
const views = { open: openStatuses.join(','), settled: awaited.join(','), ended: over.join(',') } as const;
const viewNames = ['open', 'settled', 'ended'] as const;

/** 有心工作室: the cases that this reader stands inside of; whoever stands in none learns what it is, and of none. */
export default async function Mediations(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const ctx = await signedInContext(addressOf(listPath, query));
  const view = viewNames.find((name) => name === query.view) ?? 'open';
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, { items, nextCursor }] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, listPath, listMediations(ctx, { status: views[view], cursor, limit: pageSize })),
  ]);
  const now = ctx.now();
  const today = shanghaiDate(now);
  const until =
    view === 'settled'
      ? await performUntil(
          ctx,
          items.map(({ code }) => code),
        )
      : null;
  // A party performs; who looks at it is who mediates.
  const isDue = (day: string | null | undefined) =>
    mediatesIn(ctx.actor).length > 0 && day !== undefined && (day === null || day < today);
  const performance = (day: string | null | undefined) =>
    day ? [t('mediation.row.perform_until', { on: dayWords(day, now, locale) })] : [];
  const opens = mediatesIn(ctx.actor).some((community) => mayOpen(ctx.actor, community));
  return (
    <MediationFrame ctx={ctx} at={listPath} title={t('mediation.title')}>
      <p className="quiet">{t('mediation.intro')}</p>
      {opens && (
        <p>
          <LinkButton href={newPath} icon="plus">
            {t('mediation.open.title')}
          </LinkButton>
        </p>
      )}
      <Views
        label={t('mediation.views')}
        views={viewNames.map((name) => ({
          href: name === 'open' ? listPath : `${listPath}?view=${name}`,
          label: t(`mediation.view.${name}`),
          current: name === view,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={t(`mediation.none.${view}`)} words={t('mediation.none.words')} />
      ) : (
        <ListRows label={t(`mediation.view.${view}`)}>
          {items.map((item) => (
            <ListRow
              key={item.code}
              href={`${listPath}/${item.code}`}
              title={<span lang={wordsLang(locale)}>{item.title}</span>}
              meta={[
                item.code,
                formatDay(item.openedAt, now, locale),
                item.mediator && nameIn(locale, item.mediator),
                item.settledOn && t('mediation.row.settled', { on: dayWords(item.settledOn, now, locale) }),
                ...performance(until?.get(item.code)),
              ]
                .filter(Boolean)
                .join(' · ')}
              side={
                <>
                  <StateChip status={item.status} t={t} />
                  {isDue(until?.get(item.code)) && (
                    <Chip tone="cinnabar" icon="triangle">
                      {t('mediation.row.look')}
                    </Chip>
                  )}
                </>
              }
            />
          ))}
        </ListRows>
      )}
      <CursorPager
        label={t('mediation.pages')}
        first={cursor ? { href: `${listPath}?view=${view}`, label: t('mediation.page.first') } : undefined}
        next={
          nextCursor
            ? {
                href: `${listPath}?view=${view}&cursor=${encodeURIComponent(nextCursor)}`,
                label: t('mediation.page.next'),
              }
            : undefined
        }
      />
      <OtherWays ended={false} t={t} />
    </MediationFrame>
  );
}
