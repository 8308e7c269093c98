import { createHash } from 'node:crypto';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Reader, Tx } from '@/lib/kernel/context';
import type { ThrottleRule } from '@/lib/settings/definitions';
import { throttleCounter as t } from './tables';

/** Phone numbers and addresses are personal data: the table holds their hash. */
export const counterKey = (name: string, subject: string): string =>
  `${name}:${createHash('sha256').update(`${name}\n${subject}`).digest('hex')}`;

/**
 * Counts one try in one guarded upsert: no row comes back while the door is closed, and two tries at once cannot both
 * be the last one allowed. The `limit`-th try is let in and closes the door behind itself.
 * @returns whether the try was let in
 */
export async function countHit(tx: Tx, key: string, rule: ThrottleRule, now: number): Promise<boolean> {
  const windowMs = rule.windowSeconds * 1000;
  const blockMs = (rule.blockSeconds ?? rule.windowSeconds) * 1000;
  const closesFrom = (startedAt: number) => (rule.blockSeconds === undefined ? startedAt + windowMs : now + blockMs);
  const fresh = sql`(${t.windowStartedAt} <= ${now - windowMs} or ${t.blockedUntil} > 0)`;
  const closing =
    rule.blockSeconds === undefined ? sql`${t.windowStartedAt} + ${windowMs}` : sql`cast(${now + blockMs} as bigint)`;
  const alone = rule.limit <= 1 ? closesFrom(now) : 0;
  const rows = await tx
    .insert(t)
    .values({
      key,
      hits: 1,
      windowStartedAt: now,
      blockedUntil: alone,
      sweepAfter: now + windowMs + blockMs,
    })
    .onConflictDoUpdate({
      target: t.key,
      set: {
        hits: sql`case when ${fresh} then 1 else ${t.hits} + 1 end`,
        windowStartedAt: sql`case when ${fresh} then cast(${now} as bigint) else ${t.windowStartedAt} end`,
        blockedUntil: sql`case when ${fresh} then cast(${alone} as bigint) when ${t.hits} + 1 >= ${rule.limit} then ${closing} else 0 end`,
        sweepAfter: now + windowMs + blockMs,
      },
      setWhere: lte(t.blockedUntil, now),
    })
    .returning({ key: t.key });
  return rows.length > 0;
}

/** Milliseconds until the door opens; 0 = open. */
export async function blockedForMs(db: Pick<Reader, 'select'>, key: string, now: number): Promise<number> {
  const rows = await db
    .select({ until: t.blockedUntil })
    .from(t)
    .where(and(eq(t.key, key), gt(t.blockedUntil, now)));
  return rows[0] ? rows[0].until - now : 0;
}

export async function forgetCounter(tx: Tx, key: string): Promise<void> {
  await tx.delete(t).where(eq(t.key, key));
}

/** Takes one try back; a door that this very try closed opens again. */
export async function takeBack(tx: Tx, key: string): Promise<void> {
  await tx
    .update(t)
    .set({ hits: sql`${t.hits} - 1`, blockedUntil: 0 })
    .where(and(eq(t.key, key), gt(t.hits, 0)));
}

/** Removes counters that nothing depends on any more. @returns how many */
export async function removeStale(tx: Tx, now: number): Promise<number> {
  const gone = await tx.delete(t).where(lte(t.sweepAfter, now)).returning({ key: t.key });
  return gone.length;
}
