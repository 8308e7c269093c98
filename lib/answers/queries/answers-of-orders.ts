import { inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { orderIdsOf } from '@/lib/orders/queries/order-ids-of';
import { answer } from '../tables';

/** Which of these orders, which the caller sees, are answered: their number → the answer's. */
export async function answersOfOrders(ctx: Context, orders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = await orderIdsOf(ctx.db, orders);
  if (ids.size === 0) return new Map();
  const rows = await ctx.db
    .select({ code: answer.code, orderId: answer.orderId })
    .from(answer)
    .where(inArray(answer.orderId, [...ids.values()]));
  const byId = new Map(rows.map((row) => [row.orderId, row.code]));
  return new Map(
    [...ids].flatMap(([order, id]) => {
      const code = byId.get(id);
      return code ? [[order, code] as const] : [];
    }),
  );
}
