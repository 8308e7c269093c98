import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { workingStatuses } from '../status';
import { orders } from '../tables';
import { visibleTo } from '../visible';
import { listItemsOf, type OrderListItem } from './list-orders';

/** Orders that may endanger life or property (U1) and are not finished on the ground, the nearest due time on top. */
export async function listEmergencies(
  ctx: Context,
  input: { area?: string; limit?: number },
): Promise<OrderListItem[]> {
  const { area, limit = 20 } = input;
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        visibleTo(ctx.actor, ctx.db, ctx.now()),
        eq(orders.urgency, 'U1'),
        inArray(orders.status, [...workingStatuses]),
        area ? or(eq(orders.cellCode, area), eq(orders.quarterCode, area), eq(orders.buildingCode, area)) : undefined,
      ),
    )
    .orderBy(asc(orders.dueAt), asc(orders.id))
    .limit(limit);
  return listItemsOf(ctx, rows);
}
