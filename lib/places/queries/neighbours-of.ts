import { and, asc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { standingOn } from '../policy';
import { area, cellNeighbour } from '../tables';

/** The codes of the cells that share an edge with this one and stand today, sorted; empty for an unknown cell. */
export async function neighboursOf(ctx: Pick<Context, 'db' | 'now'>, input: { cellCode: string }): Promise<string[]> {
  const rows = await ctx.db
    .select({ code: cellNeighbour.neighbourCode })
    .from(cellNeighbour)
    .innerJoin(area, eq(area.code, cellNeighbour.neighbourCode))
    .where(and(eq(cellNeighbour.cellCode, input.cellCode), standingOn(shanghaiDate(ctx.now()))))
    .orderBy(asc(cellNeighbour.neighbourCode));
  return rows.map((row) => row.code);
}
