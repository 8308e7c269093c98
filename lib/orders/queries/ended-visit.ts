import { and, asc, eq, lte } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { orderEvent, orders } from '../tables';
import { sinceTaken, visitsOf } from '../visits';

/** A volunteer's time at an order, from one event to another. Instants epoch milliseconds. */
export interface EndedVisit {
  orderId: string;
  orderCode: string;
  itemCode: string;
  personId: string;
  /** Of the event of arriving: with the order it names the visit. */
  arrivedSeq: number;
  arrivedAt: number;
  leftAt: number;
}

/**
 * The visit that this event ended, where a volunteer held the order by a claim of theirs; null where nobody had arrived,
 * and for staff, who are at work (3.11).
 */
export async function endedVisit(
  db: Reader,
  { orderId, seq }: { orderId: string; seq: number },
): Promise<EndedVisit | null> {
  const [order] = await db
    .select({ code: orders.code, itemCode: orders.itemCode })
    .from(orders)
    .where(eq(orders.id, orderId));
  const events = await db
    .select({ seq: orderEvent.seq, type: orderEvent.type, actor: orderEvent.actor, at: orderEvent.at })
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, orderId), lte(orderEvent.seq, seq)))
    .orderBy(asc(orderEvent.seq));
  const own = sinceTaken(events);
  const taken = own[0];
  const visit = visitsOf(own).find(({ left }) => left?.seq === seq);
  if (!order || taken?.type !== 'order.claimed' || !visit?.left) return null;
  return {
    orderId,
    orderCode: order.code,
    itemCode: order.itemCode,
    personId: taken.actor,
    arrivedSeq: visit.arrived.seq,
    arrivedAt: visit.arrived.at,
    leftAt: visit.left.at,
  };
}
