import { asc, eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type GetAreaInput, getAreaInput } from '../input';
import { standsOn } from '../policy';
import { area, areaClosure } from '../tables';
import { type AreaRow, type AreaView, viewArea } from '../view';

/**
 * The area itself and everything above it, the area first and the root last.
 * @throws DomainError `not_found` place.area_unknown, also when a part of the path has ended
 */
export async function pathOf(ctx: Context, code: string): Promise<AreaRow[]> {
  const rows = await ctx.db
    .select({ area })
    .from(areaClosure)
    .innerJoin(area, eq(area.code, areaClosure.ancestorCode))
    .where(eq(areaClosure.descendantCode, code))
    .orderBy(asc(areaClosure.depth), asc(areaClosure.ancestorCode));
  const path = rows.map((row) => row.area);
  const today = shanghaiDate(ctx.now());
  if (path.length === 0 || !path.every((row) => standsOn(row, today))) {
    throw new DomainError('not_found', 'place.area_unknown', { params: { code } });
  }
  return path;
}

/** The path from the root down to the area itself. @throws DomainError `not_found` place.area_unknown */
export async function ancestorsOf(ctx: Context, input: GetAreaInput): Promise<AreaView[]> {
  return (await pathOf(ctx, parse(getAreaInput, input).code)).reverse().map(viewArea);
}
