import type { Context } from '@/lib/kernel/context';
import { sheetAreas } from '@/lib/places/policy';
import { type BuildingView, listBuildings } from '@/lib/places/queries/list-buildings';
import { type CellView, listCells } from '@/lib/places/queries/list-cells';
import { type CommunityView, listCommunities } from '@/lib/places/queries/list-communities';
import { listPoints, type PointView } from '@/lib/places/queries/list-points';

export interface SheetPoint extends PointView {
  community: CommunityView;
  cell: CellView | null;
}

/** The slips of one quarter, or of a cell that belongs to none; `code` is the area's. */
export interface SheetGroup {
  code: string;
  community: CommunityView;
  points: SheetPoint[];
  /** Buildings of it on which no slip hangs: they have no address to print. */
  without: BuildingView[];
}

/** Above this nobody prints at once, and no page is made. */
export const mostSheets = 400;

function groupsOf(
  community: CommunityView,
  cells: CellView[],
  points: PointView[],
  buildings: BuildingView[],
): SheetGroup[] {
  const cellOf = new Map(cells.map((cell) => [cell.code, cell]));
  const homeOf = (cellCode: string | null): string => {
    const cell = cellCode === null ? undefined : cellOf.get(cellCode);
    if (!cell) return community.code;
    return cell.parentCode === null || cell.parentCode === community.code ? cell.code : cell.parentCode;
  };
  const slips = new Set(points.map(({ areaCode }) => areaCode));
  const codes = [...new Set([...cells.map(({ code }) => homeOf(code)), ...points.map((p) => homeOf(p.cellCode))])];
  return codes.map((code) => ({
    code,
    community,
    points: points
      .filter((point) => homeOf(point.cellCode) === code)
      .map((point) => ({ ...point, community, cell: (point.cellCode && cellOf.get(point.cellCode)) || null })),
    without: buildings.filter((building) => homeOf(building.cellCode) === code && !slips.has(building.code)),
  }));
}

/** The slips that this actor may print, community by community, quarter by quarter; empty for everybody else. */
export async function loadSheets(ctx: Context): Promise<SheetGroup[]> {
  const areas = sheetAreas(ctx.actor);
  if (areas.length === 0) return [];
  const own = (await listCommunities(ctx)).filter(({ code }) => areas.some((area) => code.startsWith(area)));
  const groups = await Promise.all(
    own.map(async (community) => {
      const asked = { communityCode: community.code };
      const [cells, points, buildings] = await Promise.all([
        listCells(ctx, asked),
        listPoints(ctx, asked),
        listBuildings(ctx, asked),
      ]);
      return groupsOf(community, cells, points, buildings);
    }),
  );
  return groups.flat();
}

/** The slips that were ticked, one by one or by whole quarters, each once, in the order of the page. */
export function chosenSheets(groups: SheetGroup[], ticked: { points: string[]; groups: string[] }): SheetPoint[] {
  const points = new Set(ticked.points);
  const whole = new Set(ticked.groups);
  return groups.flatMap((group) => group.points.filter(({ code }) => whole.has(group.code) || points.has(code)));
}
