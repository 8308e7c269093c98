import type { TimelineEntry } from '@/lib/orders/timeline';

export interface OnSite {
  /** When the open visit began; null when nobody is on site. */
  since: number | null;
  /** Whole minutes of the visits that were left. */
  minutes: number;
  visits: number;
}

const takesOver: readonly string[] = ['order.claimed', 'order.signed', 'order.assigned', 'order.reassigned'];

/**
 * Time on site since the present handler took the order: each `arrived` up to the next `left`. A second arrival without
 * a leaving goes on with the first, so that nobody loses time by pressing twice.
 */
export function onSite(timeline: readonly Pick<TimelineEntry, 'type' | 'at'>[]): OnSite {
  const taken = timeline.findLastIndex((event) => takesOver.includes(event.type));
  let since: number | null = null;
  let ms = 0;
  let visits = 0;
  for (const event of timeline.slice(taken + 1)) {
    const at = Date.parse(event.at);
    if (event.type === 'order.arrived' && since === null) since = at;
    if (event.type === 'order.left' && since !== null) {
      ms += at - since;
      visits++;
      since = null;
    }
  }
  return { since, minutes: Math.floor(ms / 60_000), visits };
}

/** Whether anybody has arrived since the present handler took the order. */
export const hasArrived = (site: OnSite): boolean => site.since !== null || site.visits > 0;
