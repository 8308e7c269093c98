import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { defaultRoute, orderLateRelease, orderLink, orderQuota, orderSeal, orderSerial } from './tables';

/** The next daily serial: `PL20240110` → 1, 2, 3 … of a community, `day:…` of a requester. */
export async function nextSerial(tx: Tx, key: string): Promise<number> {
  const [row] = await tx
    .insert(orderSerial)
    .values({ key, last: 1 })
    .onConflictDoUpdate({ target: orderSerial.key, set: { last: sql`${orderSerial.last} + 1` } })
    .returning();
  if (!row) throw new Error('a serial gave no row');
  return row.last;
}

/**
 * Takes one of `limit` places; false when all are taken. A guarded counter, never count-then-insert. Without a limit it
 * only counts: what is open already is never refused.
 */
export async function takeQuota(tx: Tx, key: string, limit?: number): Promise<boolean> {
  await tx.insert(orderQuota).values({ key, used: 0 }).onConflictDoNothing();
  const taken = await tx
    .update(orderQuota)
    .set({ used: sql`${orderQuota.used} + 1` })
    .where(and(eq(orderQuota.key, key), limit === undefined ? undefined : lt(orderQuota.used, limit)))
    .returning();
  return taken.length > 0;
}

export async function giveBackQuota(tx: Tx, key: string): Promise<void> {
  await tx
    .update(orderQuota)
    .set({ used: sql`${orderQuota.used} - 1` })
    .where(and(eq(orderQuota.key, key), sql`${orderQuota.used} > 0`));
}

export async function addLateRelease(tx: Tx, row: typeof orderLateRelease.$inferInsert): Promise<void> {
  await tx.insert(orderLateRelease).values(row);
}

export async function addLink(tx: Tx, row: typeof orderLink.$inferInsert): Promise<void> {
  await tx.insert(orderLink).values(row).onConflictDoNothing();
}

/** Uses a single-use link up. @throws `rule` `order.link_used` when it was used or is over. */
export async function spendLink(tx: Tx, tokenHash: string, action: string, now: number): Promise<void> {
  const [row] = await tx
    .update(orderLink)
    .set({ usedAt: now })
    .where(and(eq(orderLink.tokenHash, tokenHash), eq(orderLink.action, action), isNull(orderLink.usedAt)))
    .returning();
  if (!row || row.expiresAt <= now) throw new DomainError('rule', 'order.link_used');
}

/** Seals one day; false when it was sealed already. */
export async function addSeal(tx: Tx, row: typeof orderSeal.$inferInsert): Promise<boolean> {
  const written = await tx.insert(orderSeal).values(row).onConflictDoNothing().returning();
  return written.length > 0;
}

export async function saveRoutes(tx: Tx, rows: (typeof defaultRoute.$inferInsert)[]): Promise<void> {
  const items = [...new Set(rows.map((row) => row.itemCode))];
  if (items.length > 0) await tx.delete(defaultRoute).where(inArray(defaultRoute.itemCode, items));
  for (let i = 0; i < rows.length; i += 100) await tx.insert(defaultRoute).values(rows.slice(i, i + 100));
}
