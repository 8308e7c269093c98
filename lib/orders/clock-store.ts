import { and, eq } from 'drizzle-orm';
import { dispatchDue, finishDue } from '@/lib/calendar/due';
import type { Due } from '@/lib/calendar/explain';
import type { ItemLimits } from '@/lib/calendar/limits';
import { promise as promiseOf } from '@/lib/calendar/promise';
import { extendFinish, type Lay, reopenFinish } from '@/lib/calendar/rework';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { acceptRestated, laysOfMilestone, shiftedBy, shiftForLay } from './clocks';
import type { OrderRow } from './facts';
import { clockStart, movesSince } from './queries/clock-start';
import { type ClockKind, orderClock, orders } from './tables';

/** Keeps a clock that began, with its explanation. */
export async function addClock(
  tx: Tx,
  orderId: string,
  seq: number,
  clock: { kind: ClockKind; startedAt: number; dueAt: number; why: (typeof orderClock.$inferInsert)['why'] },
): Promise<void> {
  await tx.insert(orderClock).values({ id: newId(), orderId, seq, ...clock });
}

/** Due times computed anew after a calendar change; the state, the version and the history stay as they are. */
export async function setClocks(
  tx: Tx,
  order: OrderRow,
  set: Pick<
    Partial<typeof orders.$inferInsert>,
    | 'dispatchBy'
    | 'acceptBy'
    | 'milestoneBy'
    | 'finishBy'
    | 'returnBy'
    | 'verifyBy'
    | 'needInfoUntil'
    | 'resumeAt'
    | 'dueAt'
  >,
): Promise<void> {
  await tx
    .update(orders)
    .set({ ...set, lookAt: null })
    .where(and(eq(orders.id, order.id), eq(orders.lastSeq, order.lastSeq)));
}

type Columns = Partial<typeof orders.$inferInsert>;

/** Keeps a clock of the order's next event, explained by its due time. */
export const keepDue = (tx: Tx, order: OrderRow, kind: ClockKind, startedAt: number, due: Due): Promise<void> =>
  addClock(tx, order.id, order.lastSeq + 1, { kind, startedAt, dueAt: due.at, why: [...due.warnings, ...due.why] });

/**
 * The same moments under new limits (3.1 `classify`): the promise from submit or the last answer, the dispatch limit from
 * when the order came to the desk, accept from the last dispatch, finish from the first, moved by what it stood still.
 * @param order with the urgency that holds from now on
 * @param lay that ends with the event of this change, and is not in the history yet
 */
export async function restateClocks(
  tx: Tx,
  order: OrderRow,
  limits: ItemLimits,
  cal: WorkingCalendar,
  lay: readonly Lay[] = [],
): Promise<Columns> {
  const { urgency } = order;
  const shift = { shiftStartsAt: order.shiftStartsAt, shiftEndsAt: order.shiftEndsAt };
  const promisedAt = await clockStart(tx, order.id, 'promise', order.submittedAt);
  const promised = promiseOf(limits, urgency, promisedAt, cal, shift);
  await keepDue(tx, order, 'promise', promisedAt, { ...promised, at: promised.finishBy });
  const set: Columns = { promiseAcceptBy: promised.acceptBy, promiseFinishBy: promised.finishBy };
  if (order.status === 'submitted') {
    const startedAt = await clockStart(tx, order.id, 'dispatch', order.submittedAt);
    const dispatch = dispatchDue(urgency, startedAt, cal);
    await keepDue(tx, order, 'dispatch', startedAt, dispatch);
    Object.assign(set, { dispatchBy: dispatch.at, dueAt: dispatch.at } satisfies Columns);
  }
  if (order.acceptStartedAt !== null) {
    const accept = acceptRestated(order, limits, order.acceptStartedAt, cal, { acceptNotAfter: promised.acceptBy });
    await keepDue(tx, order, 'accept', order.acceptStartedAt, accept);
    Object.assign(set, { acceptBy: accept.at, dueAt: accept.at } satisfies Columns);
  }
  if (order.dispatchedAt === null) return set;
  const from = order.dispatchedAt;
  const { milestone, finish } =
    order.reopenCount > 0
      ? { milestone: null, finish: reopenFinish(limits.finish, urgency, from, cal) }
      : finishDue(limits, urgency, from, cal, { ...shift, finishNotAfter: promised.finishBy });
  const moves = [...(await movesSince(tx, order.id, from)), ...lay];
  const finishBy = shiftedBy(moves, finish, limits.finish, urgency, cal);
  await keepDue(tx, order, 'finish', from, finishBy);
  const onTheWay =
    milestone && limits.milestone ? shiftedBy(laysOfMilestone(moves), milestone, limits.milestone, urgency, cal) : null;
  return {
    ...set,
    milestoneKind: milestone?.kind ?? null,
    milestoneBy: onTheWay?.at ?? null,
    finishBy: finishBy.at,
  };
}

/** 延期 granted now: the finish moves by working days (3.4). */
export async function extend(
  tx: Tx,
  order: OrderRow & { finishBy: number },
  days: number,
  now: number,
  cal: WorkingCalendar,
): Promise<Due> {
  const finish = extendFinish(order.finishBy, days, cal);
  await keepDue(tx, order, 'finish', now, finish);
  return finish;
}

/**
 * A finish that stood still, while a question lay with the requester or suspended, goes on (3.1): later by that time, on its limit's own
 * clock, and so is a milestone that is still to be met.
 */
export async function goOn(
  tx: Tx,
  order: OrderRow,
  limits: ItemLimits,
  lay: Lay,
  cal: WorkingCalendar,
): Promise<Columns> {
  const set: Columns = {};
  if (order.finishBy !== null) {
    const finish = shiftForLay(order.finishBy, limits.finish, order.urgency, lay, cal);
    await keepDue(tx, order, 'finish', lay.to, finish);
    set.finishBy = finish.at;
  }
  if (limits.milestone && order.milestoneBy !== null && order.milestoneMetAt === null) {
    const milestone = shiftForLay(order.milestoneBy, limits.milestone, order.urgency, lay, cal);
    await keepDue(tx, order, 'milestone', lay.to, milestone);
    set.milestoneBy = milestone.at;
  }
  return set;
}
