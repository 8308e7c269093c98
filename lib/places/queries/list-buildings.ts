import { and, asc, eq, inArray } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { standingOn } from '../policy';
import { area, areaClosure } from '../tables';
import { type AreaView, viewArea } from '../view';
import { listCells } from './list-cells';

export interface BuildingView extends AreaView {
  cellCode: string;
  /** Null where the cell belongs to no quarter. */
  quarterCode: string | null;
}

/** The buildings of a community that stand today, each with its cell and quarter, cell by cell in the register's order. */
export async function listBuildings(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { communityCode: string },
): Promise<BuildingView[]> {
  const cells = await listCells(ctx, input);
  if (cells.length === 0) return [];
  const rows = await ctx.db
    .select({ cellCode: areaClosure.ancestorCode, area })
    .from(areaClosure)
    .innerJoin(area, eq(area.code, areaClosure.descendantCode))
    .where(
      and(
        inArray(
          areaClosure.ancestorCode,
          cells.map((cell) => cell.code),
        ),
        eq(area.kind, 'building'),
        standingOn(shanghaiDate(ctx.now())),
      ),
    )
    .orderBy(asc(area.sortKey), asc(area.code));
  return cells.flatMap((cell) =>
    rows
      .filter((row) => row.cellCode === cell.code)
      .map((row) => ({
        ...viewArea(row.area),
        cellCode: cell.code,
        quarterCode: cell.parentCode === input.communityCode ? null : cell.parentCode,
      })),
  );
}
