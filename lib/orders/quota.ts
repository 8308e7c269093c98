import { eq } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { giveBackQuota, takeQuota } from './counter-store';
import type { OrderRow } from './facts';
import { phoneKey } from './secrets';
import { orderContact } from './tables';

/** The requester in whose name open orders are counted; null when nobody can be told apart. */
export const quotaKeyOf = (requesterId: string | null, phone: string | null | undefined): string | null =>
  requesterId ? `requester:${requesterId}` : phone ? `phone:${phoneKey(phone)}` : null;

/** Open claims of a volunteer: at most three (3.11). */
export const claimLimit = 3;
export const claimQuotaKey = (personId: string): string => `claims:${personId}`;

/** A volunteer who no longer holds the order has a hand free again. */
export async function releaseClaim(tx: Tx, order: Pick<OrderRow, 'holderKind' | 'assigneePerson'>): Promise<void> {
  if (order.holderKind === 'volunteer' && order.assigneePerson) {
    await giveBackQuota(tx, claimQuotaKey(order.assigneePerson));
  }
}

type Asked = Pick<OrderRow, 'id' | 'requesterId' | 'isProxy'>;

async function requesterKey(tx: Tx, order: Asked): Promise<string | null> {
  if (order.isProxy) return null;
  const [contact] = await tx
    .select({ phone: orderContact.phone })
    .from(orderContact)
    .where(eq(orderContact.orderId, order.id));
  return quotaKeyOf(order.requesterId, contact?.phone);
}

/** The requester's order is no longer open. */
export async function releaseRequester(tx: Tx, order: Asked): Promise<void> {
  const key = await requesterKey(tx, order);
  if (key) await giveBackQuota(tx, key);
}

/** The requester's order is open again: reopened or appealed. It counts, and is never refused for the count. */
export async function recountRequester(tx: Tx, order: Asked): Promise<void> {
  const key = await requesterKey(tx, order);
  if (key) await takeQuota(tx, key);
}
