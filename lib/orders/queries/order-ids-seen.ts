import { and, asc, inArray } from 'drizzle-orm';
import type { Context, Tx } from '@/lib/kernel/context';
import { orders } from '../tables';
import { visibleTo } from '../visible';

/** The ids of those of some order numbers that the caller sees; what they may not see is not there. */
export async function idsSeen(ctx: Context, tx: Tx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(inArray(orders.code, [...codes]), visibleTo(ctx.actor, tx, ctx.now())))
    .orderBy(asc(orders.id));
  return rows.map(({ id }) => id);
}
