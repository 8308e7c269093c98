import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Tx } from '@/lib/kernel/context';
import { document, upload } from './tables';

export type UploadRow = typeof upload.$inferSelect;
export type DocumentRow = typeof document.$inferSelect;

export async function insertUpload(tx: Tx, row: UploadRow): Promise<void> {
  await tx.insert(upload).values(row);
}

/** Marks photos as belonging to something; those already marked stay as they are. @returns the ids that exist */
export async function markAttached(tx: Tx, ids: string[], at: number): Promise<string[]> {
  if (ids.length === 0) return [];
  await tx
    .update(upload)
    .set({ attachedAt: at })
    .where(and(inArray(upload.id, ids), isNull(upload.attachedAt)));
  const rows = await tx.select({ id: upload.id }).from(upload).where(inArray(upload.id, ids));
  return rows.map((row) => row.id);
}

/** Photos that are nobody's from now on, as if stored without a login. */
export async function forgetWhoStored(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const createdBy = actorKey({ kind: 'anonymous' });
  await tx.update(upload).set({ createdBy }).where(inArray(upload.id, ids));
}

/** Deletes one unattached photo made before `createdBefore`; false when somebody attached it meanwhile. */
export async function deleteUnattached(tx: Tx, id: string, createdBefore: number): Promise<boolean> {
  const rows = await tx
    .delete(upload)
    .where(and(eq(upload.id, id), isNull(upload.attachedAt), lt(upload.createdAt, createdBefore)))
    .returning({ id: upload.id });
  return rows.length > 0;
}

/** Unattached photos made before `createdBefore`, oldest first. */
export async function listUnattached(tx: Pick<Tx, 'select'>, createdBefore: number, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: upload.id })
    .from(upload)
    .where(and(isNull(upload.attachedAt), lt(upload.createdAt, createdBefore)))
    .orderBy(asc(upload.createdAt), asc(upload.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function insertDocument(tx: Tx, row: DocumentRow): Promise<void> {
  await tx.insert(document).values(row);
}

/** Marks a document as belonging to a record; one that was marked stays as it is. @returns false when there is none */
export async function markDocumentAttached(tx: Tx, id: string, at: number): Promise<boolean> {
  await tx
    .update(document)
    .set({ attachedAt: at })
    .where(and(eq(document.id, id), isNull(document.attachedAt)))
    .returning();
  const rows = await tx.select({ id: document.id }).from(document).where(eq(document.id, id));
  return rows.length > 0;
}

/** Deletes documents that nobody attached and that were made before `createdBefore`. @returns their ids */
export async function deleteUnattachedDocuments(tx: Tx, createdBefore: number): Promise<string[]> {
  const rows = await tx
    .delete(document)
    .where(and(isNull(document.attachedAt), lt(document.createdAt, createdBefore)))
    .returning({ id: document.id });
  return rows.map((row) => row.id);
}
