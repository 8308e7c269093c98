import { and, gte, inArray, lt, or } from 'drizzle-orm';
import { writeAudit } from '@/lib/audit/store';
import { acceptDue, dispatchDue, finishDue, needInfoDue, verifyDue } from '@/lib/calendar/due';
import type { Due } from '@/lib/calendar/explain';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { reopenFinish } from '@/lib/calendar/rework';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { addClock, setClocks } from '../clock-store';
import { limitsOf } from '../clocks';
import type { OrderRow } from '../facts';
import { clockStart } from '../queries/clock-start';
import { type ClockKind, orders } from '../tables';

type Columns = Parameters<typeof setClocks>[2];

/**
 * After a change of the calendar: the clocks that run in open orders are computed anew from the moments at which they
 * began, and each order that moved leaves an audit row with the old and the new time (3.2). The promise stays what was
 * said; a finish that was moved by a rework keeps its shift.
 * @returns how many orders moved
 */
export async function recomputeClocks(ctx: Context, input: { fromDate: string; toDate: string }): Promise<number> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'order.system_only');
  const running = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        inArray(orders.status, [
          'submitted',
          'need_info',
          'offered',
          'assigned',
          'in_progress',
          'awaiting_verification',
        ]),
        // A due time before the change cannot move; one after it may have run over it.
        or(gte(orders.dueAt, startOfDay(input.fromDate)), gte(orders.finishBy, startOfDay(input.fromDate))),
        lt(orders.createdAt, startOfDay(input.toDate) + 86_400_000),
      ),
    )
    .orderBy(orders.id);
  let moved = 0;
  for (const { id } of running) {
    if (await ctx.transaction((tx) => recomputeOne(ctx, tx, id))) moved++;
  }
  return moved;
}

async function recomputeOne(ctx: Context, tx: Tx, id: string): Promise<boolean> {
  const [order] = await tx
    .select()
    .from(orders)
    .where(inArray(orders.id, [id]));
  if (!order) return false;
  const cal = await loadWorkingCalendar(tx);
  const due = await dueOf(tx, order, cal);
  if (!due || (due.due.at === order.dueAt && (due.columns.finishBy ?? order.finishBy) === order.finishBy)) return false;
  const { kind, columns } = due;
  await setClocks(tx, order, { ...columns, dueAt: due.due.at });
  await addClock(tx, order.id, order.lastSeq, {
    kind,
    startedAt: due.startedAt,
    dueAt: due.due.at,
    why: [...due.due.warnings, ...due.due.why],
  });
  await writeAudit(tx, ctx, {
    action: 'clock.recomputed',
    subjectKind: 'order',
    subjectId: order.id,
    data: { kind, from: order.dueAt, to: due.due.at },
  });
  return true;
}

/** The clock that runs in the order's state, from the moment at which it began. */
async function dueOf(
  tx: Tx,
  order: OrderRow,
  cal: WorkingCalendar,
): Promise<{ kind: ClockKind; startedAt: number; due: Due; columns: Columns } | null> {
  const limits = limitsOf(await getItem(tx, order.itemCode), order.urgency);
  if (order.status === 'submitted') {
    const startedAt = await clockStart(tx, order.id, 'dispatch', order.submittedAt);
    const due = dispatchDue(order.urgency, startedAt, cal);
    return { kind: 'dispatch', startedAt, due, columns: { dispatchBy: due.at } };
  }
  if (order.status === 'need_info') {
    const startedAt = await clockStart(tx, order.id, 'need_info', order.updatedAt);
    const due = needInfoDue(startedAt, cal);
    return { kind: 'need_info', startedAt, due, columns: { needInfoUntil: due.at } };
  }
  if (order.status === 'awaiting_verification' && order.evidenceAt !== null) {
    const due = verifyDue(order.urgency, order.evidenceAt, cal);
    return { kind: 'verify', startedAt: order.evidenceAt, due, columns: { verifyBy: due.at } };
  }
  if (order.dispatchedAt === null || order.acceptStartedAt === null) return null;
  const finish = finishOf(order, limits, cal, order.dispatchedAt);
  const finishBy = finish?.at ?? order.finishBy;
  if (order.status === 'in_progress')
    return finish && { kind: 'finish', startedAt: order.dispatchedAt, due: finish, columns: { finishBy } };
  const due = acceptDue(limits, order.urgency, order.acceptStartedAt, cal, { shiftStartsAt: order.shiftStartsAt });
  return { kind: 'accept', startedAt: order.acceptStartedAt, due, columns: { acceptBy: due.at, finishBy } };
}

function finishOf(
  order: OrderRow,
  limits: ReturnType<typeof limitsOf>,
  cal: WorkingCalendar,
  startAt: number,
): Due | null {
  if (order.reworkCount > 0) return null;
  if (order.reopenCount > 0) return reopenFinish(limits.finish, order.urgency, startAt, cal);
  return finishDue(limits, order.urgency, startAt, cal, { shiftEndsAt: order.shiftEndsAt }).finish;
}
