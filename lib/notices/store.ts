import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { notice } from './tables';

export interface NoticeInput {
  kind: string;
  orderCode: string;
  dedupe: string;
  at: number;
}

/** Tells each person once; a repeat does nothing. */
export async function addNotices(tx: Tx, personIds: readonly string[], input: NoticeInput): Promise<void> {
  for (const personId of new Set(personIds)) {
    await tx
      .insert(notice)
      .values({
        id: newId(),
        personId,
        kind: input.kind,
        orderCode: input.orderCode,
        dedupe: input.dedupe,
        createdAt: input.at,
      })
      .onConflictDoNothing();
  }
}

export async function markRead(tx: Tx, personId: string, at: number): Promise<number> {
  const rows = await tx
    .update(notice)
    .set({ readAt: at })
    .where(and(eq(notice.personId, personId), isNull(notice.readAt)))
    .returning({ id: notice.id });
  return rows.length;
}
