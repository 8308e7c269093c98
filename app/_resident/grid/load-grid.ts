import type { Locale } from '@/components/preferences';
import type { SelectOption } from '@/components/text-fields';
import type { Context } from '@/lib/kernel/context';
import { type FirmCard, propertyFirms } from '@/lib/orders/queries/property-firms';
import { type BranchView, findBranchInCharge } from '@/lib/people/queries/find-branch-in-charge';
import { findGridWorkers, type GridWorkerCard } from '@/lib/people/queries/find-grid-workers';
import { areaNames } from '@/lib/places/queries/area-names';
import { listBuildings } from '@/lib/places/queries/list-buildings';
import { type CellView, listCells } from '@/lib/places/queries/list-cells';
import { type CommunityView, listCommunities } from '@/lib/places/queries/list-communities';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { readReportDraft } from '../report/draft';
import { lastPlace } from '../report/last-place';
import { placeName, placeOf } from '../report/load-report';

/** Chosen by who lives in none of the buildings. */
export const outside = 'outside';

export interface GridCard {
  /** The building, slip or cell that was asked for. */
  place: string;
  cell: CellView;
  quarter: string | null;
  workers: GridWorkerCard[];
  firms: FirmCard[];
  branch: BranchView['org'];
}

export interface GridData {
  communities: CommunityView[];
  /** The one whose buildings are offered; null while there are several and none was chosen. */
  community: CommunityView | null;
  options: SelectOption[];
  cells: CellView[];
  /** What the select shows. */
  chosen: string;
  card: GridCard | null;
  missing: Missing | null;
}

/**
 * Why there is no card for what was asked: who lives in none of the communities said so; a code that is not known (an old
 * slip, half a scan), or a place that does not exist; a place of several cells, of which a building has to be chosen.
 */
export type Missing = 'outside' | 'unknown_point' | 'unknown_area' | 'too_wide';

export interface GridAsked {
  area?: string;
  point?: string;
  community?: string;
}

/** Buildings under their quarter, then the cells themselves, for what is not in a building. */
async function buildingOptions(
  ctx: Context,
  communityCode: string,
  cells: CellView[],
  locale: Locale,
  t: Translate,
): Promise<SelectOption[]> {
  const buildings = await listBuildings(ctx, { communityCode });
  const quarters = await areaNames(
    ctx.db,
    buildings.flatMap(({ quarterCode }) => quarterCode ?? []),
  );
  const cellNames = new Map(cells.map((cell) => [cell.code, rowName(locale, cell)]));
  return [
    ...buildings.map((row) => {
      const quarter = row.quarterCode === null ? undefined : quarters.get(row.quarterCode);
      return {
        value: row.code,
        label: rowName(locale, row),
        group: quarter ? nameIn(locale, quarter) : (cellNames.get(row.cellCode) ?? row.cellCode),
      };
    }),
    ...cells.map((cell) => ({ value: cell.code, label: rowName(locale, cell), group: t('grid.no_building') })),
    { value: outside, label: t('grid.elsewhere'), group: t('grid.other') },
  ];
}

async function cardOf(
  ctx: Context,
  asked: { areaCode?: string; pointCode?: string },
  locale: Locale,
): Promise<{ card: GridCard | null; communityCode: string; areaCode: string } | null> {
  const place = await placeOf(ctx, asked);
  if (!place) return null;
  if (!place.cellCode) return { card: null, communityCode: place.communityCode, areaCode: '' };
  const { cellCode, communityCode } = place;
  const cell = (await listCells(ctx, { communityCode })).find(({ code }) => code === cellCode);
  if (!cell) return { card: null, communityCode, areaCode: '' };
  const [workers, firms, branch, quarters] = await Promise.all([
    findGridWorkers(ctx, { cellCode }),
    propertyFirms(ctx, { cellCode }),
    findBranchInCharge(ctx, { cellCode }),
    areaNames(ctx.db, place.quarterCode ? [place.quarterCode] : []),
  ]);
  const quarter = place.quarterCode ? quarters.get(place.quarterCode) : undefined;
  return {
    card: {
      place: placeName(locale, place),
      cell,
      quarter: quarter ? nameIn(locale, quarter) : null,
      workers,
      firms,
      branch: branch.org,
    },
    communityCode,
    areaCode: place.buildingCode ?? cellCode,
  };
}

/** Where the report that this browser has begun is, else the last one that it sent. */
async function rememberedArea(ctx: Context): Promise<string | undefined> {
  const area = (await readReportDraft(ctx))?.fields.area || (await lastPlace(ctx))?.area;
  return typeof area === 'string' && area !== '' ? area : undefined;
}

function whyMissing(areaCode: string | undefined, isKnown: boolean): Missing {
  if (areaCode === outside) return 'outside';
  if (isKnown) return 'too_wide';
  return areaCode ? 'unknown_area' : 'unknown_point';
}

/**
 * Everything on 找网格员: the buildings to choose from, and who is in charge of the one that was chosen, scanned, or
 * remembered from this browser's reports.
 */
export async function loadGrid(ctx: Context, asked: GridAsked, locale: Locale, t: Translate): Promise<GridData> {
  const communities = await listCommunities(ctx);
  const isAsked = Boolean(asked.area || asked.point);
  const areaCode = asked.area || (isAsked || asked.community ? undefined : await rememberedArea(ctx));
  const found =
    areaCode === outside
      ? null
      : await cardOf(ctx, areaCode ? { areaCode } : asked.point ? { pointCode: asked.point } : {}, locale);
  const code = found?.communityCode ?? asked.community;
  const community =
    communities.find((one) => one.code === code) ?? (communities.length === 1 ? (communities[0] ?? null) : null);
  const cells = community ? await listCells(ctx, { communityCode: community.code }) : [];
  return {
    communities,
    community,
    options: community ? await buildingOptions(ctx, community.code, cells, locale, t) : [],
    cells,
    chosen: found?.areaCode ?? (areaCode === outside ? outside : ''),
    card: found?.card ?? null,
    missing: isAsked && !found?.card ? whyMissing(areaCode, found !== null) : null,
  };
}
