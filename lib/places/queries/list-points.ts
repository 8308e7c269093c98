import { asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import type { PointKind } from '../status';
import { areaClosure, placePoint } from '../tables';
import { listCells } from './list-cells';

export interface PointView {
  code: string;
  kind: PointKind;
  nameZh: string;
  nameEn: string;
  /** What it hangs on: a building, or the cell of a lamp or a gate. */
  areaCode: string;
  /** Null where it hangs above the cells. */
  cellCode: string | null;
}

/** The QR slips of a community by code, wherever in it they hang. Public: each of them hangs on a wall. */
export async function listPoints(
  ctx: Pick<Context, 'db' | 'now'>,
  input: { communityCode: string },
): Promise<PointView[]> {
  const cells = (await listCells(ctx, input)).map((cell) => cell.code);
  const rows = await ctx.db
    .select({ point: placePoint, above: areaClosure.ancestorCode })
    .from(placePoint)
    .innerJoin(areaClosure, eq(areaClosure.descendantCode, placePoint.areaCode))
    .where(inArray(areaClosure.ancestorCode, [input.communityCode, ...cells]))
    .orderBy(asc(placePoint.code), asc(areaClosure.ancestorCode));
  const points = new Map<string, PointView>();
  for (const { point, above } of rows) {
    const { code, kind, nameZh, nameEn, areaCode } = point;
    const cellCode = above === input.communityCode ? (points.get(code)?.cellCode ?? null) : above;
    points.set(code, { code, kind, nameZh, nameEn, areaCode, cellCode });
  }
  return [...points.values()];
}
