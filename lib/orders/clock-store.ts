import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import type { OrderRow } from './facts';
import { type ClockKind, orderClock, orders } from './tables';

/** Keeps a clock that began, with its explanation. */
export async function addClock(
  tx: Tx,
  orderId: string,
  seq: number,
  clock: { kind: ClockKind; startedAt: number; dueAt: number; why: (typeof orderClock.$inferInsert)['why'] },
): Promise<void> {
  await tx.insert(orderClock).values({ id: newId(), orderId, seq, ...clock });
}

/** Due times computed anew after a calendar change; the state, the version and the history stay as they are. */
export async function setClocks(
  tx: Tx,
  order: OrderRow,
  set: Pick<
    Partial<typeof orders.$inferInsert>,
    'dispatchBy' | 'acceptBy' | 'milestoneBy' | 'finishBy' | 'returnBy' | 'verifyBy' | 'needInfoUntil' | 'dueAt'
  >,
): Promise<void> {
  await tx
    .update(orders)
    .set(set)
    .where(and(eq(orders.id, order.id), eq(orders.lastSeq, order.lastSeq)));
}
