import type { ReactNode } from 'react';
import { CounterStrip } from '@/components/counter-strip';
import type { Locale } from '@/components/preferences';
import { Views } from '@/components/views';
import type { OwnView } from '@/lib/desk/queries/list-views';
import type { OrderCounts } from '@/lib/orders/queries/count-orders';
import { wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import {
  type DeskFilter,
  type DeskView,
  deskHref,
  deskViewNames,
  firstViews,
  isNarrowed,
  readFilter,
} from './desk-views';

const counters: { view: DeskView; count: keyof OrderCounts; tone?: 'gold' | 'cinnabar' }[] = [
  { view: 'overdue', count: 'overdue', tone: 'cinnabar' },
  { view: 'due_soon', count: 'dueSoon', tone: 'gold' },
  { view: 'to_dispatch', count: 'toDispatch' },
  { view: 'handling', count: 'inProgress' },
  { view: 'to_verify', count: 'toVerify' },
  { view: 'closed_today', count: 'closedToday' },
];

/** Counted over all that this person sees, whatever the list is narrowed to; each number leads to its orders. */
export function QueueCounters({ counts, filter, t }: { counts: OrderCounts; filter: DeskFilter; t: Translate }) {
  return (
    <CounterStrip
      label={t('desk.counters')}
      counters={counters.map(({ view, count, tone }) => ({
        href: deskHref({ view }),
        value: counts[count],
        label: t(`desk.counter.${count}`),
        tone,
        current: filter.view === view && !isNarrowed(filter),
      }))}
    />
  );
}

/** What of the address a view of one's own keeps: everything but the page and the order that is open. */
export const viewPart = (filter: DeskFilter): DeskFilter => ({ ...filter, cursor: undefined, o: undefined });

/**
 * The fixed views, then one's own, then what is looked for less often; cell and item stay when a fixed one is chosen.
 * What waits for a dispatch is counted.
 */
export function QueueViews(props: {
  counts: OrderCounts;
  filter: DeskFilter;
  own: OwnView[];
  /** What else is folded away beside 更多视图. */
  children: ReactNode;
  locale: Locale;
  t: Translate;
}) {
  const { counts, filter, own, locale, t } = props;
  const { cell, item } = filter;
  const here = deskHref(viewPart(filter));
  const mine = own.map(({ name, filter: kept }) => {
    const href = deskHref(readFilter(kept, 'all'));
    return { href, label: <span lang={wordsLang(locale)}>{name}</span>, current: href === here };
  });
  const isOwn = mine.some(({ current }) => current);
  const fixed = (view: DeskView) => ({
    href: deskHref({ view, cell, item }),
    label: view === 'to_dispatch' ? `${t('desk.view.to_dispatch')} ${counts.toDispatch}` : t(`desk.view.${view}`),
    current: !isOwn && filter.view === view,
  });
  const rest = deskViewNames.filter((view) => !firstViews.includes(view));
  return (
    <>
      <Views label={t('desk.views')} views={[...firstViews.map(fixed), ...mine]} />
      <div className="pane-folds">
        <details className="fold views-more" open={!isOwn && rest.includes(filter.view)}>
          <summary>{t('desk.more_views')}</summary>
          <Views label={t('desk.more_views')} views={rest.map(fixed)} />
        </details>
        {props.children}
      </div>
    </>
  );
}
