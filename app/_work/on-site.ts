import type { TimelineEntry } from '@/lib/orders/timeline';

export interface OnSite {
  /** When the open visit began; null when nobody is on site. */
  since: number | null;
  /** Whole minutes of the visits that ended. */
  minutes: number;
  visits: number;
  /** Somebody arrived since the order was taken over or last sent back. */
  arrived: boolean;
}

const takesOver: readonly string[] = ['order.claimed', 'order.signed', 'order.assigned', 'order.reassigned'];
/** 3.11: whoever hands in the evidence has checked out. */
const ends: readonly string[] = ['order.left', 'order.evidence_submitted'];

/**
 * Time on site since the present handler took the order: each `arrived` up to the next leaving or evidence. A second
 * arrival without a leaving goes on with the first, so that nobody loses time by pressing twice.
 */
export function onSite(timeline: readonly Pick<TimelineEntry, 'type' | 'at'>[]): OnSite {
  const taken = timeline.findLastIndex((event) => takesOver.includes(event.type));
  const site: OnSite = { since: null, minutes: 0, visits: 0, arrived: false };
  let ms = 0;
  for (const event of timeline.slice(taken + 1)) {
    const at = Date.parse(event.at);
    if (event.type === 'order.reworked') site.arrived = false;
    if (event.type === 'order.arrived') {
      site.since ??= at;
      site.arrived = true;
    }
    if (ends.includes(event.type) && site.since !== null) {
      ms += at - site.since;
      site.visits++;
      site.since = null;
    }
  }
  return { ...site, minutes: Math.floor(ms / 60_000) };
}
