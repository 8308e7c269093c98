import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { orderAssignment, orderOffer, orderOfferCell } from './tables';

export async function addOffer(
  tx: Tx,
  row: Omit<typeof orderOffer.$inferInsert, 'id'>,
  cells: string[],
): Promise<string> {
  const id = newId();
  await tx.insert(orderOffer).values({ id, ...row });
  await tx.insert(orderOfferCell).values(cells.map((cellCode) => ({ offerId: id, cellCode })));
  return id;
}

export async function endOffer(
  tx: Tx,
  orderId: string,
  endedBy: NonNullable<(typeof orderOffer.$inferInsert)['endedBy']>,
  at: number,
): Promise<void> {
  await tx
    .update(orderOffer)
    .set({ endedAt: at, endedBy })
    .where(and(eq(orderOffer.orderId, orderId), isNull(orderOffer.endedAt)));
}

export async function addAssignment(tx: Tx, row: Omit<typeof orderAssignment.$inferInsert, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(orderAssignment).values({ id, ...row });
  return id;
}

/** The open assignment is signed; gives its id. */
export async function signAssignment(tx: Tx, orderId: string, at: number): Promise<string> {
  const [row] = await tx
    .update(orderAssignment)
    .set({ signedAt: at })
    .where(and(eq(orderAssignment.orderId, orderId), isNull(orderAssignment.endedAt)))
    .returning({ id: orderAssignment.id });
  if (!row) throw new Error('an assigned order has no open assignment');
  return row.id;
}

export async function endAssignment(
  tx: Tx,
  orderId: string,
  endedBy: NonNullable<(typeof orderAssignment.$inferInsert)['endedBy']>,
  at: number,
): Promise<void> {
  await tx
    .update(orderAssignment)
    .set({ endedAt: at, endedBy })
    .where(and(eq(orderAssignment.orderId, orderId), isNull(orderAssignment.endedAt)));
}
