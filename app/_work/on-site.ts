import type { TimelineEntry } from '@/lib/orders/timeline';
import { sinceTaken, visitsOf } from '@/lib/orders/visits';

export interface OnSite {
  /** When the open visit began; null when nobody is on site. */
  since: number | null;
  /** Whole minutes of the visits that ended. */
  minutes: number;
  visits: number;
  /** Somebody arrived since the order was taken over or last sent back. */
  arrived: boolean;
}

/** Time on site since the present handler took the order. */
export function onSite(timeline: readonly Pick<TimelineEntry, 'type' | 'at'>[]): OnSite {
  const own = sinceTaken(timeline);
  const visits = visitsOf(own);
  const ended = visits.filter(({ left }) => left !== null);
  const open = visits.at(-1);
  const ms = ended.reduce(
    (sum, { arrived, left }) => sum + Date.parse(left?.at ?? arrived.at) - Date.parse(arrived.at),
    0,
  );
  const reworked = own.findLastIndex(({ type }) => type === 'order.reworked');
  return {
    since: open?.left === null ? Date.parse(open.arrived.at) : null,
    minutes: Math.floor(ms / 60_000),
    visits: ended.length,
    arrived: own.slice(reworked + 1).some(({ type }) => type === 'order.arrived'),
  };
}
