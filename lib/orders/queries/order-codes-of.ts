import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { orders } from '../tables';

/** The numbers of orders by their ids, in the order of the numbers. */
export async function orderCodesOf(db: Pick<Reader, 'select'>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ code: orders.code })
    .from(orders)
    .where(inArray(orders.id, [...ids]))
    .orderBy(orders.code);
  return rows.map((row) => row.code);
}
