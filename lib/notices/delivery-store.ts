import { and, asc, count, eq, gt, inArray, lte } from 'drizzle-orm';
import type { OutsideChannel } from '@/lib/channels/targets';
import type { Reader, Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { leaseMs, mostAMinute, mostTries, paceMs, ringing, waitAfter } from './pace';
import { noticeDelivery } from './tables';

export type Delivery = typeof noticeDelivery.$inferSelect;
export type NewDelivery = Pick<
  Delivery,
  'channel' | 'target' | 'kind' | 'dedupe' | 'orderId' | 'seq' | 'at' | 'urgent'
>;

/** Puts messages down to be sent, each once for its channel and target. @returns whether any of them is new */
export async function addDeliveries(tx: Tx, rows: readonly NewDelivery[], at = Date.now()): Promise<boolean> {
  if (rows.length === 0) return false;
  const added = await tx
    .insert(noticeDelivery)
    .values(rows.map((row) => ({ ...row, id: newId(), availableAt: at })))
    .onConflictDoNothing()
    .returning({ id: noticeDelivery.id });
  return added.length > 0;
}

const open = inArray(noticeDelivery.state, ['pending', 'claimed']);

interface To {
  channel: OutsideChannel;
  target: string;
}
const sentTo = ({ channel, target }: To) => and(eq(noticeDelivery.channel, channel), eq(noticeDelivery.target, target));

/** Where something waits whose time has come. */
export async function dueTargets(db: Reader, now: number): Promise<To[]> {
  return db
    .selectDistinct({ channel: noticeDelivery.channel, target: noticeDelivery.target })
    .from(noticeDelivery)
    .where(and(open, lte(noticeDelivery.availableAt, now)))
    .orderBy(asc(noticeDelivery.channel), asc(noticeDelivery.target));
}

const few = 20;

/**
 * Takes what may be sent to one target now, each message for one worker at a time: of one order only the first that is
 * not done, so that its messages keep their order; at night only what is urgent; and of a robot no more than it takes.
 */
export async function claimDeliveries(tx: Tx, to: To, now: number, quiet: boolean): Promise<Delivery[]> {
  const urgentOnly = quiet && ringing.has(to.channel);
  const due = await tx
    .select()
    .from(noticeDelivery)
    .where(
      and(
        sentTo(to),
        open,
        lte(noticeDelivery.availableAt, now),
        urgentOnly ? eq(noticeDelivery.urgent, true) : undefined,
      ),
    )
    .orderBy(noticeDelivery.availableAt, noticeDelivery.seq, noticeDelivery.id)
    .limit(200);
  if (due.length === 0) return [];
  const orderIds = [...new Set(due.flatMap(({ orderId }) => orderId ?? []))];
  const ahead = await tx
    .select()
    .from(noticeDelivery)
    .where(and(sentTo(to), open, inArray(noticeDelivery.orderId, orderIds)))
    .orderBy(noticeDelivery.orderId, noticeDelivery.seq, noticeDelivery.id);
  // What waits for the morning does not hold up what may not wait.
  const first = new Map<string, string>();
  for (const { id, orderId, urgent } of ahead) {
    if (orderId && !first.has(orderId) && (urgent || !urgentOnly)) first.set(orderId, id);
  }
  const most = mostAMinute[to.channel];
  const [tried] = await tx
    .select({ n: count() })
    .from(noticeDelivery)
    .where(and(sentTo(to), gt(noticeDelivery.triedAt, now - paceMs)));
  const room = most === undefined ? few : Math.max(0, Math.min(few, most - (tried?.n ?? 0)));
  const chosen = due.filter(({ id, orderId }) => !orderId || first.get(orderId) === id).slice(0, room);
  if (chosen.length === 0) return [];
  const ids = chosen.map(({ id }) => id);
  const taken = await tx
    .update(noticeDelivery)
    .set({ state: 'claimed', availableAt: now + leaseMs, triedAt: now })
    .where(and(inArray(noticeDelivery.id, ids), open, lte(noticeDelivery.availableAt, now)))
    .returning();
  return taken.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

const held = (row: Delivery) =>
  and(
    eq(noticeDelivery.id, row.id),
    eq(noticeDelivery.state, 'claimed'),
    eq(noticeDelivery.availableAt, row.availableAt),
  );

/** Holds on to a claim just before it is sent. @returns null when another worker has taken it meanwhile */
export async function keepDelivery(tx: Tx, row: Delivery, now: number): Promise<Delivery | null> {
  const [kept] = await tx
    .update(noticeDelivery)
    .set({ availableAt: now + leaseMs, triedAt: now })
    .where(held(row))
    .returning();
  return kept ?? null;
}

/** It was taken; what failed to the same target before is tried again at once, for the other side is there again. */
export async function markSent(tx: Tx, row: Delivery, now: number): Promise<void> {
  await tx.update(noticeDelivery).set({ state: 'sent', sentAt: now, lastError: null }).where(held(row));
  if (row.attempts === 0) return;
  await tx
    .update(noticeDelivery)
    .set({ availableAt: now })
    .where(and(sentTo(row), eq(noticeDelivery.state, 'pending'), gt(noticeDelivery.availableAt, now)));
}

/** @param final `dead` to be looked at, `dropped` where nothing is to be done; null for another try */
export async function markUnsent(
  tx: Tx,
  row: Delivery,
  failure: { now: number; dice: number; why: string; final: 'dead' | 'dropped' | null },
): Promise<void> {
  const attempts = row.attempts + 1;
  const { now, why } = failure;
  const state = failure.final ?? (attempts >= mostTries ? 'dead' : 'pending');
  await tx
    .update(noticeDelivery)
    .set({ attempts, state, availableAt: now + waitAfter(attempts, failure.dice), failedAt: now, lastError: why })
    .where(held(row));
}

/** Gives one dead message, or all of them, their tries anew. Pressed twice it is one: the second finds none. */
export async function reviveDeliveries(tx: Tx, only: { id?: string } = {}): Promise<number> {
  const revived = await tx
    .update(noticeDelivery)
    .set({ state: 'pending', attempts: 0, availableAt: 0 })
    .where(and(eq(noticeDelivery.state, 'dead'), only.id === undefined ? undefined : eq(noticeDelivery.id, only.id)))
    .returning({ id: noticeDelivery.id });
  return revived.length;
}

/** Messages that were given up, oldest first. */
export async function listDeadDeliveries(db: Reader, limit = 100): Promise<Delivery[]> {
  return db
    .select()
    .from(noticeDelivery)
    .where(eq(noticeDelivery.state, 'dead'))
    .orderBy(noticeDelivery.at, noticeDelivery.id)
    .limit(limit);
}
