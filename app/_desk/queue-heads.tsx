import { CounterStrip } from '@/components/counter-strip';
import { Views } from '@/components/views';
import type { OrderCounts } from '@/lib/orders/queries/count-orders';
import type { Translate } from '../_shell/translate';
import { type DeskFilter, type DeskView, deskHref, deskViewNames } from './desk-views';

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
        current: filter.view === view,
      }))}
    />
  );
}

/** Saved views; cell and item stay when another view is chosen. What waits for a dispatch is counted. */
export function QueueViews({ counts, filter, t }: { counts: OrderCounts; filter: DeskFilter; t: Translate }) {
  const { cell, item } = filter;
  return (
    <Views
      label={t('desk.views')}
      views={deskViewNames.map((view) => ({
        href: deskHref({ view, cell, item }),
        label: view === 'to_dispatch' ? `${t('desk.view.to_dispatch')} ${counts.toDispatch}` : t(`desk.view.${view}`),
        current: filter.view === view,
      }))}
    />
  );
}
