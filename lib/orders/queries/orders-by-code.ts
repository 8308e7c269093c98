import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { orders } from '../tables';

type Db = Pick<Reader, 'select'>;

/** Those of the numbers that are orders of this community, whatever became of them since. */
export const ordersAmong = (
  db: Db,
  communityCode: string,
  codes: readonly string[],
): Promise<{ id: string; code: string; sealed: boolean }[]> =>
  db
    .select({ id: orders.id, code: orders.code, sealed: orders.sealed })
    .from(orders)
    .where(and(eq(orders.communityCode, communityCode), inArray(orders.code, [...new Set(codes)])))
    .orderBy(orders.code);

/**
 * Orders of one community by their numbers, for a case that is to answer them. What is sealed is not there for it: a
 * case has more readers than such an order.
 * @throws not_found `order.not_found` when one is not there, is sealed, or is another community's
 */
export async function ordersByCode(
  db: Db,
  communityCode: string,
  codes: readonly string[],
): Promise<{ id: string; code: string }[]> {
  if (codes.length === 0) return [];
  const found = (await ordersAmong(db, communityCode, codes)).filter((order) => !order.sealed);
  if (found.length < new Set(codes).size) throw new DomainError('not_found', 'order.not_found');
  return found.map(({ id, code }) => ({ id, code }));
}
