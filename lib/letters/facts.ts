import { asc, desc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Actor, Reader } from '@/lib/kernel/context';
import type { LetterFacts } from './conditions';
import { ownUnit } from './policy';
import { letterDecision, letterMeeting, letterReply, letterUnit, liaisonLetter } from './tables';

type Db = Pick<Reader, 'select'>;
export type LetterRow = typeof liaisonLetter.$inferSelect;
export type UnitRow = typeof letterUnit.$inferSelect;
export type ReplyRow = typeof letterReply.$inferSelect;

export async function findLetter(db: Db, code: string): Promise<LetterRow | undefined> {
  const [row] = await db.select().from(liaisonLetter).where(eq(liaisonLetter.code, code));
  return row;
}

/** The lead first. */
export const unitsOfLetter = (db: Db, letterId: string): Promise<UnitRow[]> =>
  db
    .select()
    .from(letterUnit)
    .where(eq(letterUnit.letterId, letterId))
    .orderBy(desc(letterUnit.part), asc(letterUnit.unitCode));

/** Replies and what was sent back, oldest first. */
export const repliesOf = (db: Db, letterId: string): Promise<ReplyRow[]> =>
  db
    .select()
    .from(letterReply)
    .where(eq(letterReply.letterId, letterId))
    .orderBy(asc(letterReply.at), asc(letterReply.id));

export type MeetingRow = typeof letterMeeting.$inferSelect;
export type DecisionRow = typeof letterDecision.$inferSelect;

/** The meetings of a letter, oldest first. */
export const meetingsOf = (db: Db, letterId: string): Promise<MeetingRow[]> =>
  db
    .select()
    .from(letterMeeting)
    .where(eq(letterMeeting.letterId, letterId))
    .orderBy(asc(letterMeeting.at), asc(letterMeeting.id));

/** What its meetings decided, as it was written down. */
export const decisionsOf = (db: Db, letterId: string): Promise<DecisionRow[]> =>
  db
    .select()
    .from(letterDecision)
    .where(eq(letterDecision.letterId, letterId))
    .orderBy(asc(letterDecision.no), asc(letterDecision.id));

export function letterFacts(row: LetterRow, units: readonly UnitRow[], actor: Actor, now: number): LetterFacts {
  const own = ownUnit(actor, units);
  return {
    today: shanghaiDate(now),
    replyBy: row.replyBy,
    leadReplied: row.leadRepliedAt !== null,
    openDecisions: row.openDecisions,
    ownReceived: own ? own.receivedAt !== null : null,
  };
}
