import { and, asc, eq, inArray } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { type LatLng, type Ring, ringCentre } from '@/lib/kernel/geo';
import { standingOn } from '../policy';
import { cellKinds } from '../status';
import { area, areaClosure } from '../tables';
import { type AreaView, viewArea } from '../view';

export interface CellView extends AreaView {
  /** Empty where nobody has drawn the cell yet. */
  ring: Ring;
  centre: LatLng | null;
}

/** The cells of a community (or of any area above them) that stand today, with what a block map needs. */
export async function listCells(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { communityCode: string },
): Promise<CellView[]> {
  const rows = await ctx.db
    .select({ area })
    .from(areaClosure)
    .innerJoin(area, eq(area.code, areaClosure.descendantCode))
    .where(
      and(
        eq(areaClosure.ancestorCode, input.communityCode),
        inArray(area.kind, [...cellKinds]),
        standingOn(shanghaiDate(ctx.now())),
      ),
    )
    .orderBy(asc(area.sortKey), asc(area.code));
  return rows.map((row) => {
    const ring = row.area.ring ?? [];
    return { ...viewArea(row.area), ring, centre: ring.length > 0 ? ringCentre(ring) : null };
  });
}
