import type { Draft, Fate } from './plan-draft';
import { acceptClockOf, acceptMinutes, finishDays, isShift } from './plan-items';

/**
 * How many working days an order takes, estimated high, when its handler is ready at `share` of the finish limit.
 * All of the history has to be over before the demo's morning, so whatever takes longer happens only to early orders.
 */
export function daysNeeded(draft: Pick<Draft, 'item'>, fate: Fate, share: number): number {
  const { item } = draft;
  const days = isShift(item) ? 3 : finishDays(item);
  const accept = acceptMinutes(item) / (acceptClockOf(item) === 'working' ? 480 : 1440);
  const reopening = fate.reopens === null ? 0 : 3.6 + Math.max(0.5, days * 0.4) + (fate.reopens === 'reopen' ? 9 : 0);
  const unrated = fate.answers.includes(null) ? 6.8 : 0;
  return (
    1.6 +
    days * (fate.lateFinish ? 1.5 : share) +
    (fate.asks ? 1.6 : 0) +
    (fate.returns ? 1.4 : 0) +
    (fate.releases ? 0.5 : 0) +
    (fate.unclaimed || fate.lateAccept ? 1 + accept : 0) +
    (fate.reassigned ? 0.3 : 0) +
    fate.reworks * 1.7 +
    reopening +
    unrated
  );
}

/** Whether there is time left for this fate, with some to spare. */
export const hasRoom = (draft: Pick<Draft, 'item' | 'slot'>, fate: Fate): boolean =>
  daysNeeded(draft, fate, 0.5) <= draft.slot.workdaysLeft - 0.5;

/** The last days of the history: everything goes quickly, or it would not be over in time. */
export const isExpress = (draft: Pick<Draft, 'slot'>): boolean => draft.slot.workdaysLeft < 3.5;

/** Working days that must be left for an order of this item to be finished at all. */
export function daysAtLeast(draft: Pick<Draft, 'item'>): number {
  const days = isShift(draft.item) ? 3 : finishDays(draft.item);
  return days <= 1 ? 1 : 2.6 + 0.25 * days;
}
