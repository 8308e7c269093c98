import { and, count, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { visibleTo } from '../policy';
import { workingStatuses } from '../status';
import { orders } from '../tables';

/** Open load (在办) of each cell: orders whose work on the ground is not done, as far as this actor sees them. */
export async function countByCell(ctx: Context): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ cell: orders.cellCode, n: count() })
    .from(orders)
    .where(and(visibleTo(ctx.actor, ctx.db, ctx.now()), inArray(orders.status, [...workingStatuses])))
    .groupBy(orders.cellCode);
  return new Map(rows.map((row) => [row.cell, row.n]));
}
