import { and, count, eq, gte, lt, lte, type SQL } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { answer } from '../tables';

/** A community and a period: instants with `to` exclusive, and the same as dates, both included. */
interface FiguresScope {
  community: string;
  from: number;
  to: number;
  firstOn: string;
  lastOn: string;
}

/** How many suggestions were answered in a period, and how many promises were kept in it. */
export async function monthFigures(
  ctx: Context,
  { community, from, to, firstOn, lastOn }: FiguresScope,
): Promise<{ given: number; kept: number }> {
  const rows = async (where: SQL | undefined): Promise<number> => {
    const [row] = await ctx.db
      .select({ n: count() })
      .from(answer)
      .where(and(eq(answer.communityCode, community), where));
    return Number(row?.n ?? 0);
  };
  return {
    given: await rows(and(gte(answer.at, from), lt(answer.at, to))),
    kept: await rows(and(gte(answer.doneOn, firstOn), lte(answer.doneOn, lastOn))),
  };
}
