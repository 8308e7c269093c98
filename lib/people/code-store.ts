import { and, desc, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { mostTries } from './login-codes';
import { loginCode } from './tables';

type LoginCodeRow = typeof loginCode.$inferSelect;

export async function insertLoginCode(tx: Tx, row: typeof loginCode.$inferInsert): Promise<void> {
  await tx.insert(loginCode).values(row);
}

export async function findLoginCode(tx: Tx, id: string): Promise<LoginCodeRow | null> {
  const rows = await tx.select().from(loginCode).where(eq(loginCode.id, id));
  return rows[0] ?? null;
}

/** The latest code of a number, whatever became of it; earlier ones open nothing. */
export async function newestLoginCode(tx: Tx, phone: string): Promise<LoginCodeRow | null> {
  const rows = await tx
    .select()
    .from(loginCode)
    .where(eq(loginCode.phone, phone))
    .orderBy(desc(loginCode.createdAt), desc(loginCode.id))
    .limit(1);
  return rows[0] ?? null;
}

const stillOpen = (id: string, now: number) =>
  and(eq(loginCode.id, id), isNull(loginCode.usedAt), gt(loginCode.expiresAt, now), lt(loginCode.tries, mostTries));

/** Uses a code up. @returns false when it is not the right one, or open no more */
export async function takeLoginCode(tx: Tx, id: string, codeHash: string, now: number): Promise<boolean> {
  const rows = await tx
    .update(loginCode)
    .set({ usedAt: now })
    .where(and(stillOpen(id, now), eq(loginCode.codeHash, codeHash)))
    .returning({ id: loginCode.id });
  return rows.length > 0;
}

/** @returns the wrong tries with this one; null when the code was open no more */
export async function countWrongTry(tx: Tx, id: string, now: number): Promise<number | null> {
  const rows = await tx
    .update(loginCode)
    .set({ tries: sql`${loginCode.tries} + 1` })
    .where(stillOpen(id, now))
    .returning({ tries: loginCode.tries });
  return rows[0]?.tries ?? null;
}

export async function markCodeSent(tx: Tx, id: string, at: number): Promise<void> {
  await tx.update(loginCode).set({ sentAt: at }).where(eq(loginCode.id, id));
}

/** Removes codes that ended before `before`. @returns how many */
export async function removeOldCodes(tx: Tx, before: number): Promise<number> {
  const rows = await tx.delete(loginCode).where(lte(loginCode.expiresAt, before)).returning({ id: loginCode.id });
  return rows.length;
}
