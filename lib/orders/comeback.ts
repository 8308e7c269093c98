import { dispatchDue } from '@/lib/calendar/due';
import { promise as promiseOf } from '@/lib/calendar/promise';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Tx } from '@/lib/kernel/context';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { addClock } from './clock-store';
import { limitsOf } from './clocks';
import type { OrderRow } from './facts';
import type { Level } from './status';
import type { orders } from './tables';

/** Nobody holds the order. */
export const unheld = {
  assigneeUnit: null,
  assigneePerson: null,
  holderKind: null,
  acceptBy: null,
  acceptStartedAt: null,
  acceptedAt: null,
  returnBy: null,
  coHandlers: [],
} satisfies Partial<typeof orders.$inferInsert>;

/** An order as it is written down: nobody has worked on it, and nothing has happened to it. */
export const unbegun = {
  coHandlers: [],
  designated: false,
  reworkCount: 0,
  reopenCount: 0,
  returnCount: 0,
  nudgeCount: 0,
  appealed: false,
  ratedClosing: 0,
  version: 1,
  lastSeq: 0,
  lastHash: '',
} satisfies Partial<typeof orders.$inferInsert>;

type Columns = Partial<typeof orders.$inferInsert>;

/** Back with the dispatcher: a dispatch limit from `now`, kept as a clock with its explanation. */
export async function dispatchAnew(tx: Tx, order: OrderRow, now: number, cal: WorkingCalendar): Promise<Columns> {
  const due = dispatchDue(order.urgency, now, cal);
  const why = [...due.warnings, ...due.why];
  await addClock(tx, order.id, order.lastSeq + 1, { kind: 'dispatch', startedAt: now, dueAt: due.at, why });
  return { dispatchBy: due.at, dueAt: due.at };
}

/**
 * The promise as if submitted `now`, for an order that nobody had to work on yet: while a question or a decline lay with
 * the resident its clock stood still (3.1), so the first dispatch is not capped by a promise of the days before.
 */
export async function promiseAnew(tx: Tx, order: OrderRow, now: number, cal: WorkingCalendar): Promise<Columns> {
  const limits = limitsOf(await getItem(tx, order.itemCode), order.urgency);
  const { shiftStartsAt, shiftEndsAt } = order;
  const { acceptBy, finishBy, why, warnings } = promiseOf(limits, order.urgency, now, cal, {
    shiftStartsAt,
    shiftEndsAt,
  });
  const explained = [...warnings, ...why];
  await addClock(tx, order.id, order.lastSeq + 1, { kind: 'promise', startedAt: now, dueAt: finishBy, why: explained });
  return { promiseAcceptBy: acceptBy, promiseFinishBy: finishBy };
}

/** As before its first dispatch: the finish begins with the next one. */
export const undispatched = {
  dispatchedAt: null,
  finishBy: null,
  milestoneKind: null,
  milestoneBy: null,
  milestoneMetAt: null,
} satisfies Columns;

export interface Reopening {
  set: Partial<typeof orders.$inferInsert>;
  count: number;
  level: Level;
  /** Of the new dispatch limit. */
  due: ReturnType<typeof dispatchDue>;
}

/**
 * A reopened order starts anew under its old number: the first time at its level, from the second on at the street
 * (3.1.2). The finish clock begins with its new dispatch.
 */
export function reopening(order: OrderRow, now: number, cal: WorkingCalendar): Reopening {
  const count = order.reopenCount + 1;
  const level: Level = count >= 2 ? 'street' : order.level;
  const due = dispatchDue(order.urgency, now, cal);
  return {
    count,
    level,
    due,
    set: {
      ...unheld,
      comeback: 'reopened',
      level,
      reopenCount: count,
      outcome: null,
      closing: null,
      closedAt: null,
      reopenUntil: null,
      ratingUntil: null,
      ratedClosing: 0,
      callbackBy: null,
      sampledAt: null,
      unreachableAt: null,
      verifiedAt: null,
      verifyBy: null,
      evidenceAt: null,
      contactedAt: null,
      ...undispatched,
      designated: false,
      returnCount: 0,
      extensionCount: 0,
      dispatchBy: due.at,
      dueAt: due.at,
    },
  };
}
