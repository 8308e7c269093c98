import { and, desc, eq, lt, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
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
  /** Why it ended before its last day was over. */
  endedEarly: string | null;
  /** How many came in by each way, and how many people they speak for. */
  counts: { way: Way; entries: number; heads: number }[];
  /** Every version of 我们听到 / 我们做, oldest first. */
  lists: { version: number; at: number | null; rows: HeardRow[] }[];
  /** Word for word, the latest first, for those who write the list; null for everybody else. */
  entries: { id: string; way: Way; words: string; heads: number; at: number }[] | null;
  /** Where the entries go on; null on their last page. */
  nextCursor: string | null;
}

/** Entries of one page. */
const mostEntries = 200;

const heardRow = (row: ListRow): HeardRow => ({
  heard: { zh: row.heard, en: row.heardEn },
  doing: { zh: row.doing, en: row.doingEn },
  who: row.who,
  dueOn: row.dueOn,
});

const byVersion = (rows: ListRow[]): RoundDetail['lists'] =>
  [...new Set(rows.map((row) => row.version))].map((version) => ({
    version,
    at: rows.find((row) => row.version === version)?.at ?? null,
    rows: rows.filter((row) => row.version === version).map(heardRow),
  }));

/**
 * One round. Everybody reads the question, how many spoke, and the published list; what was said word for word is read by
 * those who write that list, page by page.
 * @throws not_found there is none of this code · invalid `input.cursor`
 */
export async function getRound(
  ctx: Context,
  { code, cursor }: { code: string; cursor?: string | undefined },
): Promise<RoundDetail> {
  const row = await findRound(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'round.not_found');
  const standing = standingOf(ctx.actor, row);
  const now = ctx.now();
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const found = readsEntries(standing)
    ? await ctx.db
        .select()
        .from(opinionEntry)
        .where(
          and(
            eq(opinionEntry.roundId, row.id),
            from
              ? or(lt(opinionEntry.at, from.at), and(eq(opinionEntry.at, from.at), lt(opinionEntry.id, from.id)))
              : undefined,
          ),
        )
        .orderBy(desc(opinionEntry.at), desc(opinionEntry.id))
        .limit(mostEntries + 1)
    : null;
  const entries = found?.slice(0, mostEntries);
  const last = entries?.at(-1);
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
    endedEarly: row.endedEarly,
    counts: await countEntries(ctx.db, row.id),
    lists: byVersion(await listsOf(ctx.db, row.id)),
    entries: entries?.map(({ id, way, words, heads, at }) => ({ id, way, words, heads, at })) ?? null,
    nextCursor: last && found && found.length > mostEntries ? writeCaseCursor(last) : null,
  };
}
