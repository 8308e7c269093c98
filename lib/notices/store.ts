import { and, eq, gte, inArray, isNull } from 'drizzle-orm';
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

/**
 * Takes back what was told of a dispatch that is undone: a line that nobody has read is gone; who has read it is told so.
 * Repeated it does nothing more.
 */
export async function takeBack(
  tx: Tx,
  what: { orderCode: string; kinds: readonly string[]; since: number },
  follow: NoticeInput,
): Promise<void> {
  const told = and(
    eq(notice.orderCode, what.orderCode),
    inArray(notice.kind, [...what.kinds]),
    gte(notice.createdAt, what.since),
  );
  await tx.delete(notice).where(and(told, isNull(notice.readAt)));
  const read = await tx.select({ personId: notice.personId }).from(notice).where(told);
  await addNotices(
    tx,
    read.map(({ personId }) => personId),
    follow,
  );
}

export async function markRead(tx: Tx, personId: string, at: number): Promise<number> {
  const rows = await tx
    .update(notice)
    .set({ readAt: at })
    .where(and(eq(notice.personId, personId), isNull(notice.readAt)))
    .returning({ id: notice.id });
  return rows.length;
}
