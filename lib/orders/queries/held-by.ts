import { asc, eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { orderHold } from '../tables';

/** Number of the first letter that keeps an order's work from being handed in; null when none does. */
export async function heldBy(db: Pick<Reader, 'select'>, orderId: string): Promise<string | null> {
  const [row] = await db
    .select()
    .from(orderHold)
    .where(eq(orderHold.orderId, orderId))
    .orderBy(asc(orderHold.by))
    .limit(1);
  return row?.by ?? null;
}
