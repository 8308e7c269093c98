import { and, gte, inArray, lt, or } from 'drizzle-orm';
import { writeAudit } from '@/lib/audit/store';
import { dispatchDue, finishDue, needInfoDue, verifyDue } from '@/lib/calendar/due';
import { type Due, dueLine } from '@/lib/calendar/explain';
import { promise as promiseOf } from '@/lib/calendar/promise';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { reopenFinish } from '@/lib/calendar/rework';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { addClock, setClocks } from '../clock-store';
import { acceptRestated, laysOfMilestone, limitsOf, resumeDue, returnDue, shiftedBy } from '../clocks';
import { findOrderById, type OrderRow } from '../facts';
import { clockStart, movesSince } from '../queries/clock-start';
import { openSuspension } from '../queries/open-asks';
import { type ClockKind, orders } from '../tables';

const moving = [
  'submitted',
  'need_info',
  'offered',
  'assigned',
  'in_progress',
  'suspended',
  'awaiting_verification',
] as const;
type Moving = (typeof moving)[number];

type Column = Exclude<keyof Parameters<typeof setClocks>[2], 'dueAt'>;

/** The clock that `dueAt` shows in each state. */
const shown: Record<Moving, { column: Column; kind: ClockKind }> = {
  submitted: { column: 'dispatchBy', kind: 'dispatch' },
  need_info: { column: 'needInfoUntil', kind: 'need_info' },
  offered: { column: 'acceptBy', kind: 'accept' },
  assigned: { column: 'acceptBy', kind: 'accept' },
  in_progress: { column: 'finishBy', kind: 'finish' },
  suspended: { column: 'resumeAt', kind: 'suspension' },
  awaiting_verification: { column: 'verifyBy', kind: 'verify' },
};

/** One due time counted anew; `kind` is null for the right to return, which has no clock of its own in the order. */
interface Counted {
  column: Column;
  kind: ClockKind | null;
  startedAt: number;
  due: Pick<Due, 'at' | 'why' | 'warnings'>;
}

/**
 * After a change of the calendar: every due time that runs in an open order is counted anew from the moment at which it
 * began (dispatch, accept until somebody was reached, milestone, finish, the right to return, verification, the
 * question to the resident, the day on which a suspended order goes on), and each order that moved leaves an audit row with the old and the new times (3.2).
 *
 * The promise stays what was said. It caps accept and finish of the first dispatch (3.2 "never later"), and where the
 * calendar itself moves, so does the cap: it is where the same promise falls on the calendar as it stands. A holiday
 * added inside makes the honest due time later than what was said, and the order shows both; a holiday taken away makes
 * it earlier. Nothing else is remembered, so a day added and taken away again leaves every due time as it was.
 *
 * A finish keeps the shift of its reworks, questions, suspensions and extensions, counted on the new calendar; work that was handed in in time stays in time.
 * @returns how many orders moved
 */
export async function recomputeClocks(ctx: Context, input: { fromDate: string; toDate: string }): Promise<number> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'order.system_only');
  const from = startOfDay(input.fromDate);
  const running = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        inArray(orders.status, [...moving]),
        // A due time before the change cannot move; one after it may have run over it.
        or(
          gte(orders.dueAt, from),
          gte(orders.finishBy, from),
          gte(orders.acceptBy, from),
          gte(orders.milestoneBy, from),
          gte(orders.returnBy, from),
        ),
        lt(orders.createdAt, startOfDay(input.toDate) + 86_400_000),
      ),
    )
    .orderBy(orders.id);
  let moved = 0;
  for (const { id } of running) {
    if (await ctx.transaction((tx) => recomputeOne(ctx, tx, id, from))) moved++;
  }
  return moved;
}

const isMoving = (order: OrderRow): order is OrderRow & { status: Moving } =>
  (moving as readonly string[]).includes(order.status);

async function recomputeOne(ctx: Context, tx: Tx, id: string, from: number): Promise<boolean> {
  const order = await findOrderById(tx, id);
  // Between the list and this moment it may have been closed.
  if (!order || !isMoving(order)) return false;
  const counted = await countAnew(tx, order, await loadWorkingCalendar(tx));
  const moved = counted.filter(({ column, due }) => {
    const before = order[column];
    return before !== null && before >= from && before !== due.at;
  });
  if (moved.length === 0) return false;
  const { column: main, kind } = shown[order.status];
  const dueAt = moved.find(({ column }) => column === main)?.due.at ?? order.dueAt;
  await setClocks(tx, order, { ...Object.fromEntries(moved.map(({ column, due }) => [column, due.at])), dueAt });
  for (const { kind, startedAt, due } of moved) {
    if (!kind) continue;
    const why = [...due.warnings, ...due.why];
    await addClock(tx, order.id, order.lastSeq, { kind, startedAt, dueAt: due.at, why });
  }
  await writeAudit(tx, ctx, {
    action: 'clock.recomputed',
    subjectKind: 'order',
    subjectId: order.id,
    data: {
      kind,
      from: order.dueAt,
      to: dueAt,
      moved: moved.map(({ column, due }) => ({ clock: column, from: order[column], to: due.at })),
    },
  });
  return true;
}

/** The due times that run in the order's state, each from the moment at which it began. */
async function countAnew(tx: Tx, order: OrderRow & { status: Moving }, cal: WorkingCalendar): Promise<Counted[]> {
  const { status, urgency } = order;
  const dispatched = order.dispatchedAt === null ? [] : await sinceDispatch(tx, order, order.dispatchedAt, cal);
  if (status === 'submitted') {
    const startedAt = await clockStart(tx, order.id, 'dispatch', order.submittedAt);
    return [
      ...dispatched,
      { column: 'dispatchBy', kind: 'dispatch', startedAt, due: dispatchDue(urgency, startedAt, cal) },
    ];
  }
  if (status === 'need_info') {
    const startedAt = await clockStart(tx, order.id, 'need_info', order.updatedAt);
    return [...dispatched, { column: 'needInfoUntil', kind: 'need_info', startedAt, due: needInfoDue(startedAt, cal) }];
  }
  if (status === 'suspended') {
    const suspension = await openSuspension(tx, order.id);
    if (!suspension || order.suspendedAt === null) return dispatched;
    const { finish } = limitsOf(await getItem(tx, order.itemCode), urgency);
    const due = resumeDue(suspension.resumeOn, finish, urgency, cal);
    return [...dispatched, { column: 'resumeAt', kind: 'suspension', startedAt: order.suspendedAt, due }];
  }
  if (status === 'awaiting_verification' && order.evidenceAt !== null) {
    const startedAt = order.evidenceAt;
    return [...dispatched, { column: 'verifyBy', kind: 'verify', startedAt, due: verifyDue(urgency, startedAt, cal) }];
  }
  return dispatched;
}

/** What runs from the dispatch on: the finish in every state that follows, the rest as long as somebody works on it. */
async function sinceDispatch(tx: Tx, order: OrderRow, dispatchedAt: number, cal: WorkingCalendar): Promise<Counted[]> {
  const { status, urgency, shiftStartsAt, shiftEndsAt, acceptStartedAt } = order;
  const limits = limitsOf(await getItem(tx, order.itemCode), urgency);
  const promisedAt = await clockStart(tx, order.id, 'promise', order.submittedAt);
  const promised = promiseOf(limits, urgency, promisedAt, cal, { shiftStartsAt, shiftEndsAt });
  const found: Counted[] = [];
  const held = status === 'offered' || status === 'assigned' || status === 'in_progress';
  const reached = status === 'in_progress' && order.contactedAt !== null;
  if (held && !reached && acceptStartedAt !== null) {
    const promiseMoved = promised.acceptBy !== order.promiseAcceptBy;
    const cap = { acceptNotAfter: promised.acceptBy, promiseMoved };
    const due = acceptRestated(order, limits, acceptStartedAt, cal, cap);
    found.push({ column: 'acceptBy', kind: 'accept', startedAt: acceptStartedAt, due });
  }
  if (held && order.returnBy !== null && acceptStartedAt !== null) {
    const due = returnDue(urgency, acceptStartedAt, cal);
    found.push({ column: 'returnBy', kind: null, startedAt: acceptStartedAt, due });
  }
  const { milestone, finish } =
    order.reopenCount > 0
      ? { milestone: null, finish: reopenFinish(limits.finish, urgency, dispatchedAt, cal) }
      : finishDue(limits, urgency, dispatchedAt, cal, {
          shiftEndsAt,
          finishNotAfter: promised.finishBy,
          promiseMoved: promised.finishBy !== order.promiseFinishBy,
        });
  const moves = await movesSince(tx, order.id, dispatchedAt);
  if (milestone && limits.milestone && order.milestoneMetAt === null) {
    const due = shiftedBy(laysOfMilestone(moves), milestone, limits.milestone, urgency, cal);
    found.push({ column: 'milestoneBy', kind: 'milestone', startedAt: dispatchedAt, due });
  }
  const due = inTime(order, shiftedBy(moves, finish, limits.finish, urgency, cal));
  return [...found, { column: 'finishBy', kind: 'finish', startedAt: moves.at(-1)?.to ?? dispatchedAt, due }];
}

/** What was handed in before its finish does not become late because a day turned out to be worked. */
function inTime(order: OrderRow, due: Due): Due {
  const { status, evidenceAt, finishBy } = order;
  const wasInTime = status === 'awaiting_verification' && evidenceAt !== null && finishBy !== null;
  if (!wasInTime || evidenceAt > finishBy || due.at >= evidenceAt) return due;
  return { ...due, at: evidenceAt, why: [...due.why.slice(0, -1), dueLine(evidenceAt)] };
}
