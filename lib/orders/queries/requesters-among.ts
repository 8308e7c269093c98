import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { orders } from '../tables';

/** The accounts that sent any of these orders; those without one are told by their query code alone. */
export async function requestersAmong(
  db: Pick<Reader, 'select'>,
  orderIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await db
    .select({ requesterId: orders.requesterId })
    .from(orders)
    .where(inArray(orders.id, [...orderIds]));
  return new Set(rows.flatMap(({ requesterId }) => requesterId ?? []));
}
