import { and, count, eq, gte, lt } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { opinionRound } from '../tables';

/** How many lists 我们听到 / 我们做 were published in a period; instants, `to` exclusive. */
export async function monthFigures(
  ctx: Context,
  { community, from, to }: { community: string; from: number; to: number },
): Promise<{ published: number }> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(opinionRound)
    .where(
      and(
        eq(opinionRound.communityCode, community),
        gte(opinionRound.publishedAt, from),
        lt(opinionRound.publishedAt, to),
      ),
    );
  return { published: Number(row?.n ?? 0) };
}
