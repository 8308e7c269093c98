import { acceptDue, type FinishDue, finishDue, needInfoDue, verifyDue } from '@/lib/calendar/due';
import { type Due, dueLine, limitDue } from '@/lib/calendar/explain';
import {
  clockKindOf,
  type ItemLimits,
  type Limit,
  limitMinutes,
  parseItemLimits,
  type Urgency,
} from '@/lib/calendar/limits';
import { type Extension, extendFinish, type Lay, reopenFinish, shiftForLay } from '@/lib/calendar/rework';
import { momentParams, whyLine } from '@/lib/calendar/why';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import { nextWorkingMoment, workStartOn } from '@/lib/calendar/working-time';
import type { OrderRow } from './facts';

/** No clock runs; lists sort such orders to the end. 9999-12-31. */
export const noDue = 253_402_214_400_000;

interface LimitedItem {
  urgency: Urgency;
  acceptLimit: string;
  finishLimit: string;
}

/** 3.2, for an order whose urgency was set apart from its item's. */
const tableLimits: Record<Urgency, { accept: string; finish: string }> = {
  U1: { accept: '15min', finish: '24h' },
  U2: { accept: '30min', finish: '24h' },
  U3: { accept: '1wd', finish: '5wd' },
  U4: { accept: '1wd', finish: '15wd' },
};

/** The item's own limit wins over the table of 3.2; an urgency set by hand or by an emergency word takes the table's. */
export function limitsOf(item: LimitedItem, urgency: Urgency): ItemLimits {
  if (item.urgency === urgency) return parseItemLimits(item.acceptLimit, item.finishLimit);
  const row = tableLimits[urgency];
  return parseItemLimits(row.accept, row.finish);
}

export type DispatchClocks = { accept: ReturnType<typeof acceptDue> } & FinishDue;

type ClockedOrder = Pick<
  OrderRow,
  'urgency' | 'reopenCount' | 'dispatchedAt' | 'shiftStartsAt' | 'shiftEndsAt' | 'promiseAcceptBy' | 'promiseFinishBy'
>;

/**
 * Both clocks of an order's first dispatch, or of its dispatch after a reopening. Never later than promised; a reopened
 * order gets half of the item's finish limit, without a milestone (3.1.2).
 */
export function dispatchClocks(
  order: ClockedOrder,
  limits: ItemLimits,
  startAt: number,
  cal: WorkingCalendar,
): DispatchClocks {
  if (order.reopenCount > 0) {
    const finish = reopenFinish(limits.finish, order.urgency, startAt, cal);
    return { accept: acceptAgain(order, limits, startAt, cal), milestone: null, finish };
  }
  const options = {
    shiftStartsAt: order.shiftStartsAt,
    shiftEndsAt: order.shiftEndsAt,
    acceptNotAfter: order.promiseAcceptBy,
    finishNotAfter: order.promiseFinishBy,
  };
  return {
    accept: acceptDue(limits, order.urgency, startAt, cal, options),
    ...finishDue(limits, order.urgency, startAt, cal, options),
  };
}

/** Re-dispatch restarts accept alone; the finish clock goes on (3.2). */
export const acceptAgain = (
  order: Pick<ClockedOrder, 'urgency' | 'shiftStartsAt'>,
  limits: ItemLimits,
  startAt: number,
  cal: WorkingCalendar,
): ReturnType<typeof acceptDue> =>
  acceptDue(limits, order.urgency, startAt, cal, { shiftStartsAt: order.shiftStartsAt });

/**
 * The accept clock that stands, stated anew from its moment: that of the first dispatch is never later than promised
 * (`acceptNotAfter`, 3.2), a later one counts by itself.
 */
export function acceptRestated(
  order: Pick<OrderRow, 'urgency' | 'shiftStartsAt' | 'reopenCount' | 'dispatchedAt'>,
  limits: ItemLimits,
  startAt: number,
  cal: WorkingCalendar,
  promise: { acceptNotAfter: number; promiseMoved?: boolean },
): ReturnType<typeof acceptDue> {
  if (order.reopenCount > 0 || startAt !== order.dispatchedAt) return acceptAgain(order, limits, startAt, cal);
  return acceptDue(limits, order.urgency, startAt, cal, { shiftStartsAt: order.shiftStartsAt, ...promise });
}

/** What moved a finish since its dispatch: it stood still, or was extended. */
export type Move = Lay | Extension;

/**
 * A due time after all that moved it, one after the other: lays on the clock of its own limit, extensions by working days.
 * What was raised to U1 since has none any more (3.4 "U1 never").
 */
export const shiftedBy = (
  moves: readonly Move[],
  due: Due,
  limit: Limit,
  urgency: Urgency,
  cal: WorkingCalendar,
): Due =>
  moves.reduce((moved, move) => {
    if (move.with !== 'extension') return shiftForLay(moved.at, limit, urgency, move, cal);
    return urgency === 'U1' ? moved : extendFinish(moved.at, move.days, cal);
  }, due);

/** A question to the requester and a suspension stop the milestone too; while somebody checked the work, it was past. */
export const laysOfMilestone = (moves: readonly Move[]): Lay[] =>
  moves.filter((move): move is Lay => move.with === 'requester' || move.with === 'suspension');

export { needInfoDue, shiftForLay, verifyDue };

/** Until when a handler may send an order back: 1 wd, 2 for complex ones, which are those planned or deliberated (3.3). */
export const returnDue = (urgency: Urgency, startAt: number, cal: WorkingCalendar): Due =>
  limitDue({ amount: urgency === 'U4' ? 2 : 1, unit: 'wd', milestone: false }, 'U3', startAt, cal);

/**
 * When a suspended order goes on: at the start of working time on the day that was said, of an order on the clock of the
 * wall on whatever day it is; else on the next working day, since before it nothing would run (3.2).
 * @param resumeOn `YYYY-MM-DD`
 */
export function resumeDue(resumeOn: string, finish: Limit, urgency: Urgency, cal: WorkingCalendar): Due {
  const opens = workStartOn(resumeOn);
  const at = clockKindOf(finish, urgency) === 'wall' ? opens : nextWorkingMoment(opens, cal);
  return { at, why: [whyLine('clock.why.resume_on', momentParams(opens)), dueLine(at)], warnings: [] };
}

/** A clock that runs: epoch milliseconds, and on which clock its limit counts. */
export interface RunningClock {
  /** That of the order's state, or of a milestone on the way. */
  of: 'state' | 'milestone';
  startedAt: number;
  dueAt: number;
  clock: 'wall' | 'working';
}

type RunningOrder = Pick<
  OrderRow,
  | 'id'
  | 'status'
  | 'urgency'
  | 'submittedAt'
  | 'updatedAt'
  | 'acceptStartedAt'
  | 'dispatchedAt'
  | 'evidenceAt'
  | 'reopenCount'
  | 'milestoneBy'
  | 'milestoneMetAt'
  | 'dueAt'
>;

/**
 * The clock that runs in the order's state, and that of a milestone still to be met; none while the resident's rating is
 * awaited or nothing is. `began` knows when the latest dispatch or question began.
 */
export function runningClocks(
  order: RunningOrder,
  limits: ItemLimits,
  began: (orderId: string, kind: 'dispatch' | 'need_info') => number | null,
): RunningClock[] {
  const { urgency, dueAt, dispatchedAt } = order;
  const urgent = urgency === 'U1' || urgency === 'U2';
  const main = (startedAt: number | null, clock: RunningClock['clock']) =>
    startedAt === null ? [] : [{ of: 'state' as const, startedAt, dueAt, clock }];
  switch (order.status) {
    case 'submitted':
      return main(began(order.id, 'dispatch') ?? order.submittedAt, urgent ? 'wall' : 'working');
    case 'need_info':
      return main(began(order.id, 'need_info') ?? order.updatedAt, 'working');
    case 'offered':
    case 'assigned':
      return [...main(order.acceptStartedAt, clockKindOf(limits.accept, urgency)), ...milestoneClock(order, limits)];
    case 'in_progress':
      return [...main(dispatchedAt, finishClockKind(order, limits.finish)), ...milestoneClock(order, limits)];
    case 'awaiting_verification':
      return main(order.evidenceAt, urgency === 'U1' ? 'wall' : 'working');
    default:
      return [];
  }
}

/** Half of a limit, where it is less than the 4 wh that a reopened order gets at least, is counted as working time. */
function finishClockKind(order: Pick<OrderRow, 'urgency' | 'reopenCount'>, finish: Limit): RunningClock['clock'] {
  const least = order.reopenCount > 0 && limitMinutes(finish) / 2 < 4 * 60;
  return least ? 'working' : clockKindOf(finish, order.urgency);
}

function milestoneClock(order: RunningOrder, limits: ItemLimits): RunningClock[] {
  const { dispatchedAt, milestoneBy, milestoneMetAt, urgency } = order;
  if (!limits.milestone || dispatchedAt === null || milestoneBy === null || milestoneMetAt !== null) return [];
  return [
    { of: 'milestone', startedAt: dispatchedAt, dueAt: milestoneBy, clock: clockKindOf(limits.milestone, urgency) },
  ];
}
