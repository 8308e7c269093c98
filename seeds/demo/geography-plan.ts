import { fromMetres, type LatLng, type Metres } from '@/lib/kernel/geo';

/**
 * 坡里 below the community: invented, a sketch of blocks around the middle crossing. Only the community and what stands
 * above it are real (areas-dahuangshan.json).
 */
export const communityCode = '320371003208';
export const anchor: LatLng = { lat: 34.3, lng: 117.33 };

/** 党群服务中心, at the middle crossing. */
export const serviceCentre: Metres = { x: -12, y: 12 };

/** 100… is a shape of phone number that is never given to anybody. */
export const communityPhone = '10040000001';

export interface QuarterPlan {
  letter: 'A' | 'B' | 'C' | 'D';
  stairs: number;
  floors: number;
}

/** Two doors on every floor of a stair; what a building has fewer is not lived in (meter room, bicycle shed). */
export const quarterPlans: QuarterPlan[] = [
  { letter: 'A', stairs: 2, floors: 8 },
  { letter: 'B', stairs: 4, floors: 6 },
  { letter: 'C', stairs: 4, floors: 6 },
  { letter: 'D', stairs: 2, floors: 12 },
];

export interface CellPlan {
  number: string;
  name: string;
  quarter: QuarterPlan['letter'];
  /** West, south, east, north in metres from the middle crossing. */
  box: [number, number, number, number];
  firstBuilding: number;
  /** Households of each building. */
  buildings: number[];
}

export const cellPlans: CellPlan[] = [
  {
    number: '001',
    name: 'A-1',
    quarter: 'A',
    box: [-500, 0, -250, 400],
    firstBuilding: 1,
    buildings: Array(10).fill(32),
  },
  {
    number: '002',
    name: 'A-2',
    quarter: 'A',
    box: [-250, 0, 0, 400],
    firstBuilding: 11,
    buildings: Array(10).fill(32),
  },
  {
    number: '003',
    name: 'B-1',
    quarter: 'B',
    box: [0, 0, 250, 400],
    firstBuilding: 1,
    buildings: [44, 44, 44, 44, 44, 45, 45],
  },
  {
    number: '004',
    name: 'B-2',
    quarter: 'B',
    box: [250, 0, 500, 400],
    firstBuilding: 8,
    buildings: [44, 44, 44, 44, 44, 45, 45],
  },
  { number: '005', name: 'C', quarter: 'C', box: [-500, -400, 0, 0], firstBuilding: 1, buildings: Array(10).fill(46) },
  {
    number: '006',
    name: 'D',
    quarter: 'D',
    box: [0, -400, 500, 0],
    firstBuilding: 1,
    buildings: [47, 48, 47, 48, 47, 48, 47, 48],
  },
];

export const parkBox: CellPlan['box'] = [-500, -480, 500, -400];
export const parkCode = `${communityCode}901`;

/** The codes of the seven cells; 901 is the special cell of the riverside street and park. */
export const cellCodes: readonly string[] = [...cellPlans.map((cell) => communityCode + cell.number), parkCode];

export const at = (x: number, y: number) => fromMetres({ x, y }, anchor);
export const pad = (value: number, width: number) => String(value).padStart(width, '0');
export const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

export function ringOf([west, south, east, north]: CellPlan['box']): [number, number][] {
  const corners = [at(west, south), at(east, south), at(east, north), at(west, north)];
  return corners.map(({ lat, lng }) => [lat, lng]);
}

/** Buildings stand in two columns from north to south, in the order of their numbers. */
export function buildingPosition(cell: CellPlan, index: number): Metres {
  const [west, south, east, north] = cell.box;
  const rows = Math.ceil(cell.buildings.length / 2);
  return {
    x: west + (east - west) * (index % 2 === 0 ? 0.28 : 0.72),
    y: north - ((Math.floor(index / 2) + 0.5) * (north - south)) / rows,
  };
}

/** The doors of each stair, ground floor first; missing dwellings are taken off the ground floor of the first stairs. */
export function doorsOf(households: number, stairs: number, floors: number): string[][] {
  let missing = stairs * floors * 2 - households;
  if (missing < 0 || missing > stairs * 2) throw new RangeError(`${households} households do not fit`);
  return Array.from({ length: stairs }, () => {
    const doors: string[] = [];
    for (let floor = 1; floor <= floors; floor++) {
      for (let side = 1; side <= 2; side++) {
        if (floor === 1 && missing > 0) missing--;
        else doors.push(`${floor}${pad(side, 2)}`);
      }
    }
    return doors;
  });
}
