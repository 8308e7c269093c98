import { and, count, eq, gte, lt } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { deliberation } from '../tables';

/** How many resolutions were published for the first time in a period; instants, `to` exclusive. */
export async function monthFigures(
  ctx: Context,
  { community, from, to }: { community: string; from: number; to: number },
): Promise<{ published: number }> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(deliberation)
    .where(
      and(
        eq(deliberation.communityCode, community),
        gte(deliberation.publishedAt, from),
        lt(deliberation.publishedAt, to),
      ),
    );
  return { published: Number(row?.n ?? 0) };
}
