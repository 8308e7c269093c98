import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { type ClockKind, orderClock } from '../tables';

/** When the latest clock of a kind began to run in an order; `fallback` where none is written. */
export async function clockStart(db: Reader, orderId: string, kind: ClockKind, fallback: number): Promise<number> {
  const [row] = await db
    .select({ at: orderClock.startedAt })
    .from(orderClock)
    .where(and(eq(orderClock.orderId, orderId), eq(orderClock.kind, kind)))
    .orderBy(desc(orderClock.seq), desc(orderClock.id))
    .limit(1);
  return row?.at ?? fallback;
}
