import { desc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { countEntries, findRound, type ListRow, listsOf, roundFacts } from '../facts';
import { readsEntries, standingOf } from '../policy';
import type { Way } from '../status';
import { opinionEntry } from '../tables';
import { type Phase, phaseOf, type RoundSummary, summaryOf } from '../view';

export interface HeardRow {
  heard: { zh: string; en: string | null };
  doing: { zh: string; en: string | null };
  /** A role or a unit; never a resident. */
  who: string | null;
  dueOn: string | null;
}

export interface RoundDetail extends RoundSummary {
  question: { zh: string; en: string };
  words: string;
  communityCode: string;
  phase: Phase;
  opensOn: string;
  /** Last day, inclusive. */
  closesOn: string;
  openedAt: number;
  publishedAt: number | null;
  /** How many came in by each way, and how many people they speak for. */
  counts: { way: Way; entries: number; heads: number }[];
  /** Every version of 我们听到 / 我们做, oldest first. */
  lists: { version: number; rows: HeardRow[] }[];
  /** Word for word, the latest first, for those who write the list; null for everybody else. */
  entries: { id: string; way: Way; words: string; heads: number; at: number }[] | null;
}

const mostEntries = 500;

const heardRow = (row: ListRow): HeardRow => ({
  heard: { zh: row.heard, en: row.heardEn },
  doing: { zh: row.doing, en: row.doingEn },
  who: row.who,
  dueOn: row.dueOn,
});

const byVersion = (rows: ListRow[]): RoundDetail['lists'] =>
  [...new Set(rows.map((row) => row.version))].map((version) => ({
    version,
    rows: rows.filter((row) => row.version === version).map(heardRow),
  }));

/**
 * One round. Everybody reads the question, how many spoke, and the published list; what was said word for word is read by
 * those who write that list.
 * @throws not_found there is none of this code
 */
export async function getRound(ctx: Context, { code }: { code: string }): Promise<RoundDetail> {
  const row = await findRound(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'round.not_found');
  const standing = standingOf(ctx.actor, row);
  const now = ctx.now();
  const entries = readsEntries(standing)
    ? await ctx.db
        .select()
        .from(opinionEntry)
        .where(eq(opinionEntry.roundId, row.id))
        .orderBy(desc(opinionEntry.at), desc(opinionEntry.id))
        .limit(mostEntries)
    : null;
  return {
    ...summaryOf(row, roundFacts(row, now), standing),
    question: { zh: row.question, en: row.questionEn ?? row.question },
    words: row.words,
    communityCode: row.communityCode,
    phase: phaseOf(row, shanghaiDate(now)),
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    openedAt: row.openedAt,
    publishedAt: row.publishedAt,
    counts: await countEntries(ctx.db, row.id),
    lists: byVersion(await listsOf(ctx.db, row.id)),
    entries: entries?.map(({ id, way, words, heads, at }) => ({ id, way, words, heads, at })) ?? null,
  };
}
