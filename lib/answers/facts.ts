import { asc, eq } from 'drizzle-orm';
import type { Actor, Reader } from '@/lib/kernel/context';
import { orderToAnswer } from '@/lib/orders/queries/order-to-answer';
import type { StandingParts } from './policy';
import { answer, answerWords } from './tables';

type Db = Pick<Reader, 'select'>;
export type AnswerRow = typeof answer.$inferSelect;
export type WordsRow = typeof answerWords.$inferSelect;

export async function findAnswer(db: Db, code: string): Promise<AnswerRow | undefined> {
  const [row] = await db.select().from(answer).where(eq(answer.code, code));
  return row;
}

/** Everything that was said, oldest first. */
export const wordsOf = (db: Db, answerId: string): Promise<WordsRow[]> =>
  db.select().from(answerWords).where(eq(answerWords.answerId, answerId)).orderBy(asc(answerWords.version));

/** What an actor is to an answer beside their roles. An order that is gone is closed to everybody. */
export async function standingParts(
  db: Reader,
  actor: Actor,
  row: Pick<AnswerRow, 'orderId'>,
  now: number,
): Promise<StandingParts> {
  const order = await orderToAnswer(db, actor, { id: row.orderId }, now);
  return order ?? { sees: false, holds: false, asked: false, isClosed: true };
}
