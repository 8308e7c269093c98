import { demoAreas, demoPoints } from './geography';
import { cellCodes, cellPlans, communityCode, parkCode } from './geography-plan';
import type { PersonKey, PlannedPlace } from './plan-order';

/** A home of the register, taken apart. */
export interface Home {
  household: string;
  cell: string;
  building: number;
  stair: number;
  door: string;
}

/** `320371003208005-05-2-302` → cell 005, building 5, stair 2, door 302. @throws RangeError on any other shape */
export function readHome(household: string): Home {
  const [cell, building, stair, door] = household.split('-');
  if (!cell || !building || !stair || !door) throw new RangeError(`not a household: ${household}`);
  return { household, cell, building: Number(building), stair: Number(stair), door };
}

/** All 2,100 doors. */
export const allHomes: readonly Home[] = demoAreas().flatMap((area) =>
  area.kind === 'household' ? [readHome(area.code)] : [],
);

export const suffixOf = (cell: string): string => cell.slice(-3);
export const cellOf = (suffix: string): string => communityCode + suffix;
/** `A-1`, as people say it; letters of their own alphabet only, because the machine may have no other. */
export const cellLabel = (cell: string): string =>
  cellPlans.find(({ number }) => cellOf(number) === cell)?.name ?? 'Park';
/** The six cells where people live. */
export const quarterCells: readonly string[] = cellCodes.filter((code) => code !== parkCode);

const letters: Readonly<Record<string, string>> = {
  '001': 'A',
  '002': 'A',
  '003': 'B',
  '004': 'B',
  '005': 'C',
  '006': 'D',
};
/** A–D; the park belongs to no quarter. */
export const quarterOf = (cell: string): string => letters[suffixOf(cell)] ?? '';

/** Who verifies: the branch of the quarter; the secretary where there is none. */
const verifiers: Readonly<Record<string, PersonKey>> = {
  A: 'heping',
  B: 'luping',
  C: 'zhengshucheng',
  D: 'tangyue',
};
export const verifierOf = (cell: string): PersonKey => verifiers[quarterOf(cell)] ?? 'shuji';

/** Lamps and gates of the park. */
export const parkPoints = demoPoints().filter((point) => point.areaCode === parkCode);

/** How exact an order says its place. */
export type PlaceDepth = 'door' | 'stair' | 'building' | 'cell';

const pad = (value: number) => String(value).padStart(2, '0');

export function placeAt(home: Home, depth: PlaceDepth): PlannedPlace {
  const { cell, building, stair, door } = home;
  if (depth === 'cell') return { areaCode: cell };
  if (depth === 'building') return { areaCode: `${cell}-${pad(building)}`, building };
  if (depth === 'stair') return { areaCode: `${cell}-${pad(building)}-${stair}`, building, stair };
  return { areaCode: home.household, building, stair, door };
}

/** The values of a text's slots; staff write the quarter, residents leave it out. */
export function placeSlots(cell: string, place: PlannedPlace, formal: boolean): Record<string, string> {
  const quarter = cell === parkCode ? '沿河商街' : `${quarterOf(cell)}区`;
  const point = parkPoints.find((p) => p.code === place.pointCode);
  if (point) return { quarter, building: point.nameZh, place: point.nameZh };
  const prefix = formal ? quarter : '';
  const building = place.building === undefined ? quarter : `${prefix}${place.building}号楼`;
  return { quarter, building, place: place.stair === undefined ? building : `${building}${place.stair}单元` };
}
