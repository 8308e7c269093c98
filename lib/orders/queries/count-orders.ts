import { and, count, eq, gte, inArray, lt, ne, type SQL } from 'drizzle-orm';
import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { openStatuses } from '../status';
import { orders } from '../tables';
import { visibleTo } from '../visible';

export interface OrderCounts {
  overdue: number;
  dueSoon: number;
  toDispatch: number;
  inProgress: number;
  toVerify: number;
  closedToday: number;
}

/** The counters of a desk, counted over what this actor may see. */
export async function countOrders(ctx: Context): Promise<OrderCounts> {
  const now = ctx.now();
  const seen = visibleTo(ctx.actor, ctx.db, now);
  const open = inArray(orders.status, [...openStatuses]);
  const of = async (where: SQL | undefined): Promise<number> => {
    const [row] = await ctx.db.select({ n: count() }).from(orders).where(and(seen, where));
    return row?.n ?? 0;
  };
  return {
    overdue: await of(and(open, ne(orders.status, 'awaiting_rating'), lt(orders.dueAt, now))),
    dueSoon: await of(and(open, gte(orders.dueAt, now), lt(orders.dueAt, now + 2 * 3_600_000))),
    toDispatch: await of(eq(orders.status, 'submitted')),
    inProgress: await of(inArray(orders.status, ['offered', 'assigned', 'in_progress'])),
    toVerify: await of(eq(orders.status, 'awaiting_verification')),
    closedToday: await of(and(eq(orders.status, 'closed'), gte(orders.closedAt, dayStart(dayNumber(now))))),
  };
}
