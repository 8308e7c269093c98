import { createHash } from 'node:crypto';
import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { draft } from './tables';

export const draftKey = (id: string): string => createHash('sha256').update(id).digest('hex');

type DraftRow = typeof draft.$inferSelect;

/** Writes into the standing draft of this form. @returns false when there is none, or it is over */
export async function updateDraft(tx: Tx, row: DraftRow, now: number): Promise<boolean> {
  const { idHash, form, fields, photoIds, expiresAt } = row;
  const rows = await tx
    .update(draft)
    .set({ fields, photoIds, expiresAt })
    .where(and(eq(draft.idHash, idHash), eq(draft.form, form), gt(draft.expiresAt, now)))
    .returning({ idHash: draft.idHash });
  return rows.length > 0;
}

/** Lets a standing draft end at `until` at the latest. @returns false when there is none, or it is over */
export async function shortenDraft(tx: Tx, idHash: string, now: number, until: number): Promise<boolean> {
  const rows = await tx
    .update(draft)
    .set({ expiresAt: sql`case when ${draft.expiresAt} < ${until} then ${draft.expiresAt} else ${until} end` })
    .where(and(eq(draft.idHash, idHash), gt(draft.expiresAt, now)))
    .returning({ idHash: draft.idHash });
  return rows.length > 0;
}

export async function insertDraft(tx: Tx, row: DraftRow): Promise<void> {
  await tx.insert(draft).values(row);
}

/** @returns the photos that it named */
export async function removeDraft(tx: Tx, idHash: string): Promise<string[]> {
  const rows = await tx.delete(draft).where(eq(draft.idHash, idHash)).returning({ photoIds: draft.photoIds });
  return rows.flatMap(({ photoIds }) => photoIds);
}

/** @returns how many were over, and the photos that they named */
export async function removeExpired(tx: Tx, now: number): Promise<{ count: number; photoIds: string[] }> {
  const rows = await tx.delete(draft).where(lte(draft.expiresAt, now)).returning({ photoIds: draft.photoIds });
  return { count: rows.length, photoIds: rows.flatMap(({ photoIds }) => photoIds) };
}
