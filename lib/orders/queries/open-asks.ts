import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { SuspensionState } from '../status';
import { orderExtension, orderSuspension } from '../tables';

/** The extension that is asked for now; null where none is. */
export async function openExtension(db: Reader, orderId: string): Promise<typeof orderExtension.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(orderExtension)
    .where(and(eq(orderExtension.orderId, orderId), eq(orderExtension.state, 'open')))
    .orderBy(desc(orderExtension.seq), desc(orderExtension.id))
    .limit(1);
  return row ?? null;
}

/** The suspension that lasts, or with `open` the one that is asked for; null where none is. */
export async function openSuspension(
  db: Reader,
  orderId: string,
  state: SuspensionState = 'running',
): Promise<typeof orderSuspension.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(orderSuspension)
    .where(and(eq(orderSuspension.orderId, orderId), eq(orderSuspension.state, state)))
    .orderBy(desc(orderSuspension.seq), desc(orderSuspension.id))
    .limit(1);
  return row ?? null;
}
