import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '@/lib/kernel/context';
import type { OrderRow } from './facts';
import { householdsOf } from './households';
import { orderApart, orderAssignment, orderContact, orderOffer, orders } from './tables';

/** The orders that follow a main one, oldest merging first. */
export const joinedTo = (db: Reader, mainId: string): Promise<OrderRow[]> =>
  db.select().from(orders).where(eq(orders.mergedInto, mainId)).orderBy(asc(orders.mergedAt), asc(orders.id));

/**
 * Counts anew which households a main order stands for, itself and what is joined to it; `null` once nothing is. A guarded
 * write on the main order's row, so that two who merge at once meet here; `version` stays, as nobody's open page is stale.
 * @returns false when the main order moved meanwhile
 */
export async function countHouseholds(tx: Tx, main: Pick<OrderRow, 'id' | 'status'>, at: number): Promise<boolean> {
  const joined = (await joinedTo(tx, main.id)).map(({ id }) => id);
  const who = await tx
    .select({
      household: orders.requesterHousehold,
      requester: orders.requesterId,
      phone: orderContact.phone,
      anonymous: orders.anonymous,
    })
    .from(orders)
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(inArray(orders.id, [main.id, ...joined]));
  const rows = await tx
    .update(orders)
    .set({ households: joined.length === 0 ? null : householdsOf(who), updatedAt: at })
    .where(and(eq(orders.id, main.id), eq(orders.status, main.status)))
    .returning({ id: orders.id });
  return rows.length > 0;
}

type Windows = Partial<
  Pick<
    typeof orders.$inferInsert,
    'ratingUntil' | 'reopenUntil' | 'outcome' | 'verifiedAt' | 'ratedClosing' | 'callbackBy'
  >
>;

/** What its main order came to is written on each joined order, whose requester answers for themselves. */
export async function setWindows(tx: Tx, mainId: string, windows: Windows, at: number): Promise<void> {
  await tx
    .update(orders)
    .set({ ...windows, updatedAt: at })
    .where(and(eq(orders.mergedInto, mainId), eq(orders.status, 'merged')));
}

/** An offer that the merging ended goes on when that is undone. */
export async function resumeOffer(tx: Tx, orderId: string): Promise<void> {
  await tx
    .update(orderOffer)
    .set({ endedAt: null, endedBy: null })
    .where(and(eq(orderOffer.orderId, orderId), eq(orderOffer.endedBy, 'merge')));
}

/** The same for an assignment. */
export async function resumeAssignment(tx: Tx, orderId: string): Promise<void> {
  await tx
    .update(orderAssignment)
    .set({ endedAt: null, endedBy: null })
    .where(and(eq(orderAssignment.orderId, orderId), eq(orderAssignment.endedBy, 'merge')));
}

/** 不是同一件, once for a pair. */
export async function addApart(tx: Tx, pair: [string, string], by: string, at: number): Promise<void> {
  const [oneId = '', otherId = ''] = [...pair].sort();
  await tx.insert(orderApart).values({ oneId, otherId, by, at }).onConflictDoNothing();
}
