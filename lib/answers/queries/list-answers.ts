import { and, asc, desc, eq, gt, lt, or } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { readCaseCursor, writeCaseCursor } from '@/lib/casework/cursor';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { listInput } from '../input';
import { isLate } from '../promise';
import type { Decision, Status } from '../status';
import { answer } from '../tables';

/** What everybody reads of an answer in a list: nothing of the order behind it. */
export interface AnswerListItem {
  code: string;
  title: { zh: string; en: string };
  communityCode: string;
  decision: Decision;
  status: Status;
  weighedOn: string;
  /** Last day of the promise, `YYYY-MM-DD`. */
  dueOn: string | null;
  doneOn: string | null;
  /** The day has passed and nothing new was said: red. */
  late: boolean;
  at: number;
}

export interface AnswerList {
  items: AnswerListItem[];
  nextCursor: string | null;
}

/** The answers of a community, for everybody: the latest first; `late` the ones whose day has passed, oldest answer first. */
export async function listAnswers(ctx: Context, raw: z.input<typeof listInput>): Promise<AnswerList> {
  const { community, status, late, cursor, limit } = parse(listInput, raw);
  const today = shanghaiDate(ctx.now());
  const from = cursor === undefined ? null : readCaseCursor(cursor);
  const [beyond, order] = late ? [gt, asc] : [lt, desc];
  const rows = await ctx.db
    .select()
    .from(answer)
    .where(
      and(
        community ? eq(answer.communityCode, community) : undefined,
        status ? eq(answer.status, status) : undefined,
        late ? and(eq(answer.status, 'promised'), lt(answer.dueOn, today)) : undefined,
        from ? or(beyond(answer.at, from.at), and(eq(answer.at, from.at), beyond(answer.id, from.id))) : undefined,
      ),
    )
    .orderBy(order(answer.at), order(answer.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      code: row.code,
      title: { zh: row.title, en: row.titleEn ?? row.title },
      communityCode: row.communityCode,
      decision: row.decision,
      status: row.status,
      weighedOn: row.weighedOn,
      dueOn: row.dueOn,
      doneOn: row.doneOn,
      late: isLate(row, today),
      at: row.at,
    })),
    nextCursor: rows.length > limit && last ? writeCaseCursor(last) : null,
  };
}
