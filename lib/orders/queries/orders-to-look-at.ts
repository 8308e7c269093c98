import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { OrderRow } from '../facts';
import { orders, supervisionNotice } from '../tables';

/** Orders whose colour may have changed, from an id on. */
export async function ordersToLookAt(db: Reader, asked: { now: number; after: string; limit: number }) {
  return db
    .select()
    .from(orders)
    .where(and(or(isNull(orders.lookAt), lte(orders.lookAt, asked.now)), gt(orders.id, asked.after)))
    .orderBy(orders.id)
    .limit(asked.limit);
}

/** Every notice of an order, ended ones too. */
export const noticesOf = (db: Pick<Reader, 'select'>, order: Pick<OrderRow, 'id'>) =>
  db
    .select()
    .from(supervisionNotice)
    .where(eq(supervisionNotice.orderId, order.id))
    .orderBy(supervisionNotice.issuedAt, supervisionNotice.id);
