import { and, count, eq, gte, lt, lte, type SQL, sum } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { project, projectSpend } from '../tables';

/** How many projects were put on the list and completed in a period, and what was paid in it, in fen. */
export async function monthFigures(
  ctx: Context,
  scope: { community: string; from: number; to: number; firstOn: string; lastOn: string },
): Promise<{ listed: number; completed: number; spentFen: number }> {
  const { community, from, to, firstOn, lastOn } = scope;
  const own = eq(project.communityCode, community);
  const rows = async (where: SQL | undefined): Promise<number> => {
    const [row] = await ctx.db.select({ n: count() }).from(project).where(and(own, where));
    return Number(row?.n ?? 0);
  };
  const [paid] = await ctx.db
    .select({ fen: sum(projectSpend.amountFen) })
    .from(projectSpend)
    .innerJoin(project, eq(project.id, projectSpend.projectId))
    .where(and(own, gte(projectSpend.on, firstOn), lte(projectSpend.on, lastOn)));
  return {
    listed: await rows(and(gte(project.openedAt, from), lt(project.openedAt, to))),
    completed: await rows(and(gte(project.completedOn, firstOn), lte(project.completedOn, lastOn))),
    spentFen: Number(paid?.fen ?? 0),
  };
}
