import { dayNumber, dayStart, minuteMs, shanghaiDate } from '@/lib/calendar/shanghai';

/** Being at an order once. Instants epoch milliseconds. */
export interface VisitSpan {
  orderId: string;
  from: number;
  to: number;
}

/** What counts of one order in one month (Shanghai). */
export interface ServiceMinutes {
  orderId: string;
  /** YYYY-MM */
  month: string;
  minutes: number;
}

const hourMs = 60 * minuteMs;
/** The most that counts of one order, and of one day (3.11). */
export const orderCapHours = 4;
export const dayCapHours = 8;

/** Hours as they are told: rounded down to 0.1, so that no certificate says more than there was (3.11). */
export const hoursOf = (minutes: number): string => (Math.floor(minutes / 6) / 10).toFixed(1);

const dayAfter = (at: number): number => dayStart(dayNumber(at) + 1);

/** Every moment at which something begins or ends, and the midnights between, in order. */
function moments(visits: readonly VisitSpan[]): number[] {
  const all = new Set<number>();
  for (const { from, to } of visits) {
    for (let at = from; at < to; at = dayAfter(at)) all.add(at);
    all.add(to);
  }
  return [...all].sort((a, b) => a - b);
}

/**
 * Minutes of service from the visits of one person (3.11): out minus in, at most 4 hours of an order and 8 of a day. Time
 * at two orders at once counts once, for the one that was begun first until its hours are full. Whole minutes, rounded
 * down for each order and month.
 */
export function countService(visits: readonly VisitSpan[]): ServiceMinutes[] {
  const sorted = [...visits].sort((a, b) => a.from - b.from || (a.orderId < b.orderId ? -1 : 1));
  const ofOrder = new Map<string, number>();
  const ofDay = new Map<string, number>();
  const lines = new Map<string, { orderId: string; month: string; ms: number }>();
  const cuts = moments(sorted);
  cuts.slice(0, -1).forEach((start, index) => {
    const end = cuts[index + 1] ?? start;
    const day = shanghaiDate(start);
    let left = Math.min(end - start, dayCapHours * hourMs - (ofDay.get(day) ?? 0));
    for (const { orderId } of sorted.filter(({ from, to }) => from <= start && end <= to)) {
      const room = orderCapHours * hourMs - (ofOrder.get(orderId) ?? 0);
      const counted = Math.min(left, room);
      if (counted <= 0) continue;
      left -= counted;
      ofOrder.set(orderId, (ofOrder.get(orderId) ?? 0) + counted);
      ofDay.set(day, (ofDay.get(day) ?? 0) + counted);
      const month = day.slice(0, 7);
      const line = lines.get(`${orderId} ${month}`) ?? { orderId, month, ms: 0 };
      lines.set(`${orderId} ${month}`, { ...line, ms: line.ms + counted });
    }
  });
  return [...lines.values()].map(({ orderId, month, ms }) => ({ orderId, month, minutes: Math.floor(ms / minuteMs) }));
}
