import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { orderBulk, orderBulkLine } from './tables';

export type BulkLine = typeof orderBulkLine.$inferSelect;

/** Writes what was chosen before anything is done; the same id again is the same bulk. */
export async function addBulk(
  tx: Tx,
  bulk: typeof orderBulk.$inferInsert,
  lines: (typeof orderBulkLine.$inferInsert)[],
): Promise<void> {
  const added = await tx.insert(orderBulk).values(bulk).onConflictDoNothing().returning();
  if (added.length > 0) await tx.insert(orderBulkLine).values(lines);
}

/** What became of one line, if nobody has written it down yet. */
export async function settleLine(
  tx: Tx,
  line: Pick<BulkLine, 'bulkId' | 'code' | 'state'>,
  set: Partial<Pick<BulkLine, 'state' | 'reason' | 'params' | 'doneVersion'>>,
): Promise<void> {
  const { bulkId, code, state } = line;
  await tx
    .update(orderBulkLine)
    .set(set)
    .where(and(eq(orderBulkLine.bulkId, bulkId), eq(orderBulkLine.code, code), eq(orderBulkLine.state, state)));
}

export async function finishBulk(tx: Tx, id: string, at: number): Promise<void> {
  await tx
    .update(orderBulk)
    .set({ finishedAt: at })
    .where(and(eq(orderBulk.id, id), isNull(orderBulk.finishedAt)));
}
