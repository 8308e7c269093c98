import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Reader, Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { outboxMessage } from './tables';

export type OutboxMessage = typeof outboxMessage.$inferSelect;

const maxAttempts = 8;

/** Writes an effect beside its cause. `at` is the real clock: effects are about the machine, not the demo's time. */
export async function enqueue(tx: Tx, topic: string, payload: Record<string, unknown>, at = Date.now()): Promise<void> {
  await tx.insert(outboxMessage).values({ id: newId(), topic, payload, createdAt: at, availableAt: at });
}

/** Takes up to `limit` messages for this worker until `now + leaseMs`; a message is taken by one worker at a time. */
export async function claim(tx: Tx, now: number, limit: number, leaseMs: number): Promise<OutboxMessage[]> {
  const due = await tx
    .select({ id: outboxMessage.id })
    .from(outboxMessage)
    .where(and(inArray(outboxMessage.state, ['pending', 'claimed']), lte(outboxMessage.availableAt, now)))
    .orderBy(outboxMessage.availableAt, outboxMessage.id)
    .limit(limit);
  if (due.length === 0) return [];
  // The lease is `availableAt` moved on: a worker that died gives its messages back by itself.
  const taken = await tx
    .update(outboxMessage)
    .set({ state: 'claimed', availableAt: now + leaseMs, claimedUntil: now + leaseMs })
    .where(
      and(
        inArray(
          outboxMessage.id,
          due.map((row) => row.id),
        ),
        lte(outboxMessage.availableAt, now),
      ),
    )
    .returning();
  return taken.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function markDone(tx: Tx, id: string): Promise<void> {
  await tx.update(outboxMessage).set({ state: 'done', lastError: null }).where(eq(outboxMessage.id, id));
}

/** Back-off doubles from one second; after eight failures the message is dead and stays to be looked at. */
export async function markFailed(tx: Tx, message: OutboxMessage, now: number, error: string): Promise<void> {
  const attempts = message.attempts + 1;
  await tx
    .update(outboxMessage)
    .set({
      attempts,
      state: attempts >= maxAttempts ? 'dead' : 'pending',
      availableAt: now + 1000 * 2 ** attempts,
      lastError: error.slice(0, 500),
    })
    .where(eq(outboxMessage.id, message.id));
}

/** Gives one dead message, or all of them, their tries anew. Pressed twice it is one: the second finds none. */
export async function reviveDead(tx: Tx, only: { id?: string }): Promise<number> {
  const revived = await tx
    .update(outboxMessage)
    .set({ state: 'pending', attempts: 0, availableAt: 0 })
    .where(and(eq(outboxMessage.state, 'dead'), only.id === undefined ? undefined : eq(outboxMessage.id, only.id)))
    .returning({ id: outboxMessage.id });
  return revived.length;
}

/** Messages that gave up, oldest first. */
export async function listDead(db: Reader, limit = 100): Promise<OutboxMessage[]> {
  return db
    .select()
    .from(outboxMessage)
    .where(eq(outboxMessage.state, 'dead'))
    .orderBy(outboxMessage.createdAt, outboxMessage.id)
    .limit(limit);
}
