import { and, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm';
import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { openStatuses } from '../status';
import { orders } from '../tables';
import { visibleTo } from '../visible';
import { viewWhere } from './list-orders';

export interface OrderCounts {
  overdue: number;
  dueSoon: number;
  toDispatch: number;
  inProgress: number;
  toVerify: number;
  closedToday: number;
}

/** PostgreSQL sums whole numbers as text. */
const many = (where: SQL | undefined): SQL<number> =>
  sql<number>`coalesce(sum(case when ${where} then 1 else 0 end), 0)`.mapWith(Number);

/**
 * The counters of a desk, counted over what this actor may see: each is the length of the list that it leads to. One
 * question for all of them, over what is open or was closed today, so that they are numbers of one moment.
 */
export async function countOrders(ctx: Context): Promise<OrderCounts> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const [row] = await ctx.db
    .select({
      overdue: many(viewWhere(ctx, actor, 'overdue')),
      dueSoon: many(viewWhere(ctx, actor, 'due_soon')),
      toDispatch: many(viewWhere(ctx, actor, 'to_dispatch')),
      inProgress: many(inArray(orders.status, ['offered', 'assigned', 'in_progress'])),
      toVerify: many(eq(orders.status, 'awaiting_verification')),
      closedToday: many(viewWhere(ctx, actor, 'closed_today')),
    })
    .from(orders)
    .where(
      and(
        visibleTo(actor, ctx.db, ctx.now()),
        or(
          inArray(orders.status, [...openStatuses]),
          // With its state, so that each of the two goes along an index.
          and(eq(orders.status, 'closed'), gte(orders.closedAt, dayStart(dayNumber(ctx.now())))),
        ),
      ),
    );
  if (!row) throw new Error('a count gave no row');
  return row;
}
