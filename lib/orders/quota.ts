import { desc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { momentParams } from '@/lib/calendar/why';
import type { Reader, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { readSetting } from '@/lib/settings/queries/get-setting';
import { addLateRelease, giveBackQuota, nextSerial, takeQuota } from './counter-store';
import type { OrderRow } from './facts';
import { phoneKey } from './secrets';
import { orderContact, orderLateRelease } from './tables';

/** The requester in whose name open orders are counted; null when nobody can be told apart. */
export const quotaKeyOf = (requesterId: string | null, phone: string | null | undefined): string | null =>
  requesterId ? `requester:${requesterId}` : phone ? `phone:${phoneKey(phone)}` : null;

/**
 * Counts one more order of today. Whether the day's limit is reached with it: then it is taken all the same, and waits
 * for the dispatcher's look (3.8).
 */
export async function reachesDayLimit(tx: Tx, requester: string, now: number): Promise<boolean> {
  const today = await nextSerial(tx, `day:${requester}:${shanghaiDate(now)}`);
  return today >= (await readSetting(tx, 'orders.day_limit'));
}

/** Open claims of a volunteer: at most three (3.11). */
export const claimLimit = 3;
export const claimQuotaKey = (personId: string): string => `claims:${personId}`;

/** A volunteer who no longer holds the order has a hand free again. */
export async function releaseClaim(tx: Tx, order: Pick<OrderRow, 'holderKind' | 'assigneePerson'>): Promise<void> {
  if (order.holderKind === 'volunteer' && order.assigneePerson) {
    await giveBackQuota(tx, claimQuotaKey(order.assigneePerson));
  }
}

const dayMs = 86_400_000;
/** Two late releases within this time rest a volunteer … */
const lateWithinMs = 30 * dayMs;
/** … for this long after the second (3.11). */
const coolingMs = dayMs;

/** Late: more than half of the time from the claim to the finish has run, so whoever comes next has less than half. */
export const isLateRelease = (order: Pick<OrderRow, 'acceptedAt' | 'finishBy'>, now: number): boolean =>
  order.acceptedAt !== null &&
  order.finishBy !== null &&
  now - order.acceptedAt > (order.finishBy - order.acceptedAt) / 2;

/** Keeps a late release; nothing else comes of it but the rest after a second one. */
export async function noteLateRelease(tx: Tx, order: Pick<OrderRow, 'id' | 'lastSeq'>, personId: string, at: number) {
  await addLateRelease(tx, { orderId: order.id, seq: order.lastSeq + 1, personId, at });
}

/** When the rest after the second of two late releases is over; null where there is none. Epoch milliseconds. */
export async function restsUntil(db: Reader, personId: string, now: number): Promise<number | null> {
  const [last, before] = await db
    .select({ at: orderLateRelease.at })
    .from(orderLateRelease)
    .where(eq(orderLateRelease.personId, personId))
    .orderBy(desc(orderLateRelease.at), desc(orderLateRelease.orderId), desc(orderLateRelease.seq))
    .limit(2);
  if (!last || !before || last.at - before.at > lateWithinMs) return null;
  const until = last.at + coolingMs;
  return now < until ? until : null;
}

/**
 * @throws rule `volunteer.cooling` within 24 hours after the second of two late releases, naming when it is over
 */
export async function refuseCooling(tx: Tx, personId: string, now: number): Promise<void> {
  const until = await restsUntil(tx, personId, now);
  if (until !== null) throw new DomainError('rule', 'volunteer.cooling', { params: momentParams(until) });
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
