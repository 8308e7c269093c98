import { and, desc, eq, gte, lt, max } from 'drizzle-orm';
import { dayOfDate, dayStart } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import { orderEvent, orderSeal, orders } from '../tables';

/** All orders with an event on that day: number, the last seq of the day, and its hash. */
export async function touchedOrders(db: Reader, on: string): Promise<{ code: string; seq: number; hash: string }[]> {
  const from = dayStart(dayOfDate(on));
  const last = db
    .select({ orderId: orderEvent.orderId, seq: max(orderEvent.seq).as('last_of_day') })
    .from(orderEvent)
    .where(and(gte(orderEvent.at, from), lt(orderEvent.at, from + 86_400_000)))
    .groupBy(orderEvent.orderId)
    .as('last_event');
  return db
    .select({ code: orders.code, seq: orderEvent.seq, hash: orderEvent.hash })
    .from(last)
    .innerJoin(orderEvent, and(eq(orderEvent.orderId, last.orderId), eq(orderEvent.seq, last.seq)))
    .innerJoin(orders, eq(orders.id, orderEvent.orderId))
    .orderBy(orders.code);
}

/** The newest seal, or null before the first. */
export async function latestSeal(db: Reader): Promise<typeof orderSeal.$inferSelect | null> {
  const [row] = await db.select().from(orderSeal).orderBy(desc(orderSeal.on)).limit(1);
  return row ?? null;
}

/** The day of the very first event, from which sealing begins; null while there is none. */
export async function firstEventAt(db: Reader): Promise<number | null> {
  const [row] = await db.select({ at: orderEvent.at }).from(orderEvent).orderBy(orderEvent.at).limit(1);
  return row?.at ?? null;
}
