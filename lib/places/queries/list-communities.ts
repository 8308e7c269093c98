import { and, asc, eq, inArray } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { standingOn } from '../policy';
import { cellKinds } from '../status';
import { area, areaClosure } from '../tables';
import { type AreaView, viewArea } from '../view';

export interface CommunityView extends AreaView {
  /** The street, town or zone that answers for it; null where the register has none. */
  street: AreaView | null;
}

/** The communities that are divided into cells today, so that an order can lie in them, in the register's order. */
export async function listCommunities(ctx: Context): Promise<CommunityView[]> {
  const today = standingOn(shanghaiDate(ctx.now()));
  const withCells = ctx.db
    .select({ code: areaClosure.ancestorCode })
    .from(areaClosure)
    .innerJoin(area, eq(area.code, areaClosure.descendantCode))
    .where(and(inArray(area.kind, [...cellKinds]), today));
  const rows = await ctx.db
    .select()
    .from(area)
    .where(and(eq(area.kind, 'community'), inArray(area.code, withCells), today))
    .orderBy(asc(area.sortKey), asc(area.code));
  const parents = [...new Set(rows.flatMap((row) => row.parentCode ?? []))];
  const streets = parents.length === 0 ? [] : await ctx.db.select().from(area).where(inArray(area.code, parents));
  return rows.map((row) => {
    const street = streets.find((one) => one.code === row.parentCode);
    return { ...viewArea(row), street: street ? viewArea(street) : null };
  });
}
