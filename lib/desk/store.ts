import { and, count, eq, lt } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { deskLook, deskView } from './tables';

type ViewRow = typeof deskView.$inferSelect;

/**
 * Adds a view under a name that this person has not given yet.
 * @throws rule `desk.views_full`, conflict `desk.view_name_taken`
 */
export async function insertView(tx: Tx, row: ViewRow, most: number): Promise<ViewRow> {
  const [has] = await tx.select({ n: count() }).from(deskView).where(eq(deskView.personId, row.personId));
  if ((has?.n ?? 0) >= most) throw new DomainError('rule', 'desk.views_full', { params: { limit: most } });
  const [added] = await tx.insert(deskView).values(row).onConflictDoNothing().returning();
  if (!added) throw new DomainError('conflict', 'desk.view_name_taken');
  return added;
}

const own = (id: string, personId: string) => and(eq(deskView.id, id), eq(deskView.personId, personId));

/** A name that this person gave already breaks the unique index. @throws not_found `desk.view_unknown` */
export async function nameView(tx: Tx, id: string, personId: string, name: string): Promise<ViewRow> {
  const [row] = await tx.update(deskView).set({ name }).where(own(id, personId)).returning();
  if (!row) throw new DomainError('not_found', 'desk.view_unknown');
  return row;
}

/** @throws not_found `desk.view_unknown` */
export async function removeView(tx: Tx, id: string, personId: string): Promise<ViewRow> {
  const [row] = await tx.delete(deskView).where(own(id, personId)).returning();
  if (!row) throw new DomainError('not_found', 'desk.view_unknown');
  return row;
}

/** Of a tab the last order that it said; rows that are over leave with it. */
export async function putLook(tx: Tx, row: typeof deskLook.$inferInsert, overSince: number): Promise<void> {
  const { tab, ...set } = row;
  await tx.delete(deskLook).where(lt(deskLook.seenAt, overSince));
  await tx
    .insert(deskLook)
    .values(row)
    .onConflictDoUpdate({ target: deskLook.tab, set, setWhere: eq(deskLook.personId, row.personId) });
}
