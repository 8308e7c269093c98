import { and, asc, gt, like } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { outboxMessage } from '../tables';

/** One step of an order, under the id of its message. */
export interface OrderMessage {
  id: string;
  type: string;
  orderId: string;
  seq: number;
}

/** What was written of orders with an id above `after`, whether or not its effects are done; by id, at most `limit`. */
export async function listOrderMessages(db: Reader, after: string, limit: number): Promise<OrderMessage[]> {
  const rows = await db
    .select({ id: outboxMessage.id, type: outboxMessage.topic, payload: outboxMessage.payload })
    .from(outboxMessage)
    .where(and(gt(outboxMessage.id, after), like(outboxMessage.topic, 'order.%')))
    .orderBy(asc(outboxMessage.id))
    .limit(limit);
  return rows.map(({ id, type, payload }) => ({
    id,
    type,
    orderId: String(payload.orderId),
    seq: Number(payload.seq),
  }));
}
