import { eq } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { giveBackQuota } from './counter-store';
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

/** The requester's order is no longer open. */
export async function releaseRequester(tx: Tx, order: Pick<OrderRow, 'id' | 'requesterId' | 'isProxy'>): Promise<void> {
  if (order.isProxy) return;
  const [contact] = await tx
    .select({ phone: orderContact.phone })
    .from(orderContact)
    .where(eq(orderContact.orderId, order.id));
  const key = quotaKeyOf(order.requesterId, contact?.phone);
  if (key) await giveBackQuota(tx, key);
}
