import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { listInput } from '../input';
import type { Status } from '../status';
import { opinionRound } from '../tables';
import { type Phase, phaseOf } from '../view';

export interface RoundListItem {
  code: string;
  question: { zh: string; en: string };
  communityCode: string;
  status: Status;
  phase: Phase;
  opensOn: string;
  /** Last day, inclusive. */
  closesOn: string;
  openedAt: number;
  publishedAt: number | null;
}

export interface RoundList {
  items: RoundListItem[];
  nextCursor: string | null;
}

/** The questions of a community, for everybody, the latest first. */
export async function listRounds(ctx: Context, raw: z.input<typeof listInput>): Promise<RoundList> {
  const { community, status, cursor, limit } = parse(listInput, raw);
  const today = shanghaiDate(ctx.now());
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const rows = await ctx.db
    .select()
    .from(opinionRound)
    .where(
      and(
        community ? eq(opinionRound.communityCode, community) : undefined,
        status ? eq(opinionRound.status, status) : undefined,
        from
          ? or(
              lt(opinionRound.openedAt, from.at),
              and(eq(opinionRound.openedAt, from.at), lt(opinionRound.id, from.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(opinionRound.openedAt), desc(opinionRound.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      code: row.code,
      question: { zh: row.question, en: row.questionEn ?? row.question },
      communityCode: row.communityCode,
      status: row.status,
      phase: phaseOf(row, today),
      opensOn: row.opensOn,
      closesOn: row.closesOn,
      openedAt: row.openedAt,
      publishedAt: row.publishedAt,
    })),
    nextCursor: rows.length > limit && last ? writeCaseCursor({ at: last.openedAt, id: last.id }) : null,
  };
}
