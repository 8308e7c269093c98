import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { orders } from '../tables';

/**
 * Orders of one community by their numbers, for a case that answers them.
 * @throws not_found `order.not_found` when one is not there, or is another community's
 */
export async function ordersByCode(
  db: Pick<Reader, 'select'>,
  communityCode: string,
  codes: readonly string[],
): Promise<{ id: string; code: string }[]> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return [];
  const found = await db
    .select({ id: orders.id, code: orders.code })
    .from(orders)
    .where(and(eq(orders.communityCode, communityCode), inArray(orders.code, wanted)))
    .orderBy(orders.code);
  if (found.length < wanted.length) throw new DomainError('not_found', 'order.not_found');
  return found;
}
