import type { ClockKind } from './limits';
import type { WorkingCalendar } from './working-calendar';
import { workingMsBetween } from './working-time';

/** From this share on a limit is near: 蓝 (3.5). */
export const nearShare = 0.8;

/**
 * How much of a limit is used at `now`, on its own clock: 0 before the start, 1 when it is due, at most 1 unless the
 * clock runs on after the due time. A limit of no length is used up once it is due.
 */
export function usedShare(startAt: number, dueAt: number, now: number, clock: ClockKind, cal: WorkingCalendar): number {
  const length = (to: number) => (clock === 'wall' ? to - startAt : workingMsBetween(startAt, to, cal));
  const total = length(dueAt);
  if (now <= startAt) return now >= dueAt ? 1 : 0;
  if (total <= 0) return now >= dueAt ? 1 : 0;
  return length(now) / total;
}
