import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { orders } from '../tables';

/** number → id of orders that the caller was shown before; a number that is none is left out. */
export async function orderIdsOf(
  db: Pick<Reader, 'select'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select({ id: orders.id, code: orders.code })
    .from(orders)
    .where(inArray(orders.code, [...codes]));
  return new Map(rows.map(({ id, code }) => [code, id]));
}
