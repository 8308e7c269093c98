import { asc, count, eq, sum } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import type { RoundFacts } from './conditions';
import { opinionAnswer, opinionEntry, opinionRound } from './tables';

type Db = Pick<Reader, 'select'>;
export type RoundRow = typeof opinionRound.$inferSelect;
export type ListRow = typeof opinionAnswer.$inferSelect;

export async function findRound(db: Db, code: string): Promise<RoundRow | undefined> {
  const [row] = await db.select().from(opinionRound).where(eq(opinionRound.code, code));
  return row;
}

export const roundFacts = ({ opensOn, closesOn }: RoundRow, now: number): RoundFacts => ({
  today: shanghaiDate(now),
  opensOn,
  closesOn,
});

/** How many entries there are, and how many people they speak for, by way. */
export async function countEntries(db: Db, roundId: string) {
  const rows = await db
    .select({ way: opinionEntry.way, entries: count(), heads: sum(opinionEntry.heads) })
    .from(opinionEntry)
    .where(eq(opinionEntry.roundId, roundId))
    .groupBy(opinionEntry.way)
    .orderBy(asc(opinionEntry.way));
  return rows.map(({ way, entries, heads }) => ({ way, entries: Number(entries), heads: Number(heads ?? 0) }));
}

/** Every version of the list, oldest first. */
export const listsOf = (db: Db, roundId: string): Promise<ListRow[]> =>
  db
    .select()
    .from(opinionAnswer)
    .where(eq(opinionAnswer.roundId, roundId))
    .orderBy(asc(opinionAnswer.version), asc(opinionAnswer.ordinal));
