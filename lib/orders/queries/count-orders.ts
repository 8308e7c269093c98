import { and, count, eq, inArray, type SQL } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
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

/** The counters of a desk, counted over what this actor may see: each is the length of the list that it leads to. */
export async function countOrders(ctx: Context): Promise<OrderCounts> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const seen = visibleTo(actor, ctx.db, ctx.now());
  const of = async (where: SQL | undefined): Promise<number> => {
    const [row] = await ctx.db.select({ n: count() }).from(orders).where(and(seen, where));
    return row?.n ?? 0;
  };
  return {
    overdue: await of(viewWhere(ctx, actor, 'overdue')),
    dueSoon: await of(viewWhere(ctx, actor, 'due_soon')),
    toDispatch: await of(viewWhere(ctx, actor, 'to_dispatch')),
    inProgress: await of(inArray(orders.status, ['offered', 'assigned', 'in_progress'])),
    toVerify: await of(eq(orders.status, 'awaiting_verification')),
    closedToday: await of(viewWhere(ctx, actor, 'closed_today')),
  };
}
