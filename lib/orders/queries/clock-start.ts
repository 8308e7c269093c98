import { and, asc, desc, eq, inArray } from 'drizzle-orm';
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

/** When the latest dispatch and need_info clocks began to run, for many orders in one question; null where none is written. */
export async function clockStarts(
  db: Reader,
  list: readonly { id: string }[],
): Promise<(orderId: string, kind: 'dispatch' | 'need_info') => number | null> {
  const began = new Map<string, number>();
  if (list.length > 0) {
    const ids = list.map(({ id }) => id);
    const rows = await db
      .select({ orderId: orderClock.orderId, kind: orderClock.kind, at: orderClock.startedAt })
      .from(orderClock)
      .where(and(inArray(orderClock.orderId, ids), inArray(orderClock.kind, ['dispatch', 'need_info'])))
      .orderBy(asc(orderClock.orderId), asc(orderClock.seq), asc(orderClock.id));
    for (const { orderId, kind, at } of rows) began.set(`${orderId} ${kind}`, at);
  }
  return (orderId, kind) => began.get(`${orderId} ${kind}`) ?? null;
}
