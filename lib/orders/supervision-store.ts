import { and, eq, inArray, isNull } from 'drizzle-orm';
import { shanghaiDate, yearOfDate } from '@/lib/calendar/shanghai';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { noDue } from './clocks';
import { nextSerial } from './counter-store';
import type { OrderRow } from './facts';
import type { Colour, LadderStep } from './status';
import { orders, supervisionNotice, supervisionReply, supervisionTold } from './tables';

export type NoticeRow = typeof supervisionNotice.$inferSelect;
type NewNotice = Omit<typeof supervisionNotice.$inferInsert, 'id' | 'code' | 'communityCode' | 'year' | 'serial'>;

/**
 * Writes a notice under the next number of its community and year. The serial is moved in the same transaction, so a
 * notice that is not written uses no number up and none is missing.
 * @throws conflict `supervision.issued` when the same ground was noticed before
 */
export async function insertNotice(tx: Tx, order: OrderRow, row: NewNotice): Promise<NoticeRow> {
  const [same] = await tx
    .select({ id: supervisionNotice.id })
    .from(supervisionNotice)
    .where(and(eq(supervisionNotice.orderId, order.id), eq(supervisionNotice.key, row.key)));
  if (same) throw new DomainError('conflict', 'supervision.issued');
  const year = yearOfDate(shanghaiDate(row.issuedAt));
  const { communityCode } = order;
  const serial = await nextSerial(tx, `supervision:${communityCode}:${year}`);
  const letters = await communityLetters(tx, communityCode);
  const code = `${letters}DB${year}-${String(serial).padStart(4, '0')}`;
  const [written] = await tx
    .insert(supervisionNotice)
    .values({ id: newId(), code, communityCode, year, serial, ...row })
    .returning();
  if (!written) throw new Error('an inserted notice gave no row');
  return written;
}

/**
 * Moves a notice that nobody has answered, or whose day to look again has come.
 * @throws conflict `supervision.moved_on` when somebody answered or moved it meanwhile
 */
export async function moveNotice(
  tx: Tx,
  seen: NoticeRow,
  set: Partial<Pick<NoticeRow, 'ownerId' | 'step' | 'replyBy' | 'climbs' | 'colour' | 'repliedAt' | 'checkAt'>>,
): Promise<NoticeRow> {
  const [row] = await tx
    .update(supervisionNotice)
    .set(set)
    .where(
      and(
        eq(supervisionNotice.id, seen.id),
        eq(supervisionNotice.climbs, seen.climbs),
        eq(supervisionNotice.replyBy, seen.replyBy),
        seen.repliedAt === null ? isNull(supervisionNotice.repliedAt) : eq(supervisionNotice.repliedAt, seen.repliedAt),
        isNull(supervisionNotice.endedAt),
      ),
    )
    .returning();
  if (!row) throw new DomainError('conflict', 'supervision.moved_on');
  return row;
}

/** Who is told on a step; told again they keep their first time. */
export async function addTold(
  tx: Tx,
  noticeId: string,
  step: LadderStep,
  people: readonly { personId: string; named: boolean }[],
  at: number,
): Promise<void> {
  for (const { personId, named } of people) {
    await tx.insert(supervisionTold).values({ noticeId, personId, step, named, at }).onConflictDoNothing();
  }
}

/** Keeps an answer. @throws conflict `supervision.answered` when it was answered or ended meanwhile */
export async function addReply(
  tx: Tx,
  seen: NoticeRow,
  reply: Omit<typeof supervisionReply.$inferInsert, 'id' | 'noticeId'>,
  checkAt: number,
): Promise<NoticeRow> {
  const [row] = await tx
    .update(supervisionNotice)
    .set({ repliedAt: reply.at, checkAt })
    .where(
      and(eq(supervisionNotice.id, seen.id), isNull(supervisionNotice.repliedAt), isNull(supervisionNotice.endedAt)),
    )
    .returning();
  if (!row) throw new DomainError('conflict', 'supervision.answered');
  await tx.insert(supervisionReply).values({ id: newId(), noticeId: seen.id, ...reply });
  return row;
}

/** Notices whose ground is gone need no answer any more. */
export async function endNotices(tx: Tx, ids: readonly string[], at: number): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(supervisionNotice)
    .set({ endedAt: at })
    .where(and(inArray(supervisionNotice.id, [...ids]), isNull(supervisionNotice.endedAt)));
}

/** Notices that ended without an answer, and whose ground is there again, are to be answered after all. */
export async function reviveNotices(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(supervisionNotice)
    .set({ endedAt: null })
    .where(and(inArray(supervisionNotice.id, [...ids]), isNull(supervisionNotice.repliedAt)));
}

/** What the clock saw: the colour, and when to look again. False when the order was moved meanwhile. */
export async function markLooked(
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'lastSeq'>,
  set: { colour: Colour | null; lookAt: number },
): Promise<boolean> {
  const rows = await tx
    .update(orders)
    .set(set)
    .where(and(eq(orders.id, order.id), eq(orders.lastSeq, order.lastSeq)))
    .returning({ id: orders.id });
  return rows.length > 0;
}

/** What is over and has no colour is not looked at again; in one statement, for a database that knew no colours before. */
export async function forgetOver(tx: Tx, over: readonly OrderRow['status'][]): Promise<void> {
  await tx
    .update(orders)
    .set({ lookAt: noDue })
    .where(and(isNull(orders.lookAt), isNull(orders.colour), inArray(orders.status, [...over])));
}
