import { fromMetres, type LatLng, type Metres, shareEdge } from '@/lib/kernel/geo';
import type { AreaInput, PointInput } from '@/lib/places/input';

/**
 * 坡里 below the community: invented, a sketch of blocks around the middle crossing. Only the community and what stands
 * above it are real (areas-dahuangshan.json).
 */
export const communityCode = '320371003208';
export const anchor: LatLng = { lat: 34.3, lng: 117.33 };

/** 党群服务中心, at the middle crossing. */
export const serviceCentre: Metres = { x: -12, y: 12 };

const validFrom = '2021-07-01';
/** 100… is a shape of phone number that is never given to anybody. */
export const communityPhone = '10040000001';

interface QuarterPlan {
  letter: 'A' | 'B' | 'C' | 'D';
  stairs: number;
  floors: number;
}

/** Two doors on every floor of a stair; what a building has fewer is not lived in (meter room, bicycle shed). */
const quarterPlans: QuarterPlan[] = [
  { letter: 'A', stairs: 2, floors: 8 },
  { letter: 'B', stairs: 4, floors: 6 },
  { letter: 'C', stairs: 4, floors: 6 },
  { letter: 'D', stairs: 2, floors: 12 },
];

interface CellPlan {
  number: string;
  name: string;
  quarter: QuarterPlan['letter'];
  /** West, south, east, north in metres from the middle crossing. */
  box: [number, number, number, number];
  firstBuilding: number;
  /** Households of each building. */
  buildings: number[];
}

const cellPlans: CellPlan[] = [
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

const parkBox: CellPlan['box'] = [-500, -480, 500, -400];
export const parkCode = `${communityCode}901`;

/** The codes of the seven cells; 901 is the special cell of the riverside street and park. */
export const cellCodes: readonly string[] = [...cellPlans.map((cell) => communityCode + cell.number), parkCode];

const at = (x: number, y: number) => fromMetres({ x, y }, anchor);
const pad = (value: number, width: number) => String(value).padStart(width, '0');
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

function ringOf([west, south, east, north]: CellPlan['box']): [number, number][] {
  const corners = [at(west, south), at(east, south), at(east, north), at(west, north)];
  return corners.map(({ lat, lng }) => [lat, lng]);
}

/** Buildings stand in two columns from north to south, in the order of their numbers. */
function buildingPosition(cell: CellPlan, index: number): Metres {
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

function areasOfBuilding(cell: CellPlan, plan: QuarterPlan, index: number, cellKey: string): AreaInput[] {
  const number = cell.firstBuilding + index;
  const households = cell.buildings[index] ?? 0;
  const building: AreaInput = {
    code: `${communityCode}${cell.number}-${pad(number, 2)}`,
    parentCode: communityCode + cell.number,
    kind: 'building',
    nameZh: `${plan.letter}区${number}号楼`,
    nameEn: `Quarter ${plan.letter}, Building ${number}`,
    ...fromMetres(buildingPosition(cell, index), anchor),
    householdCount: households,
    sortKey: `${cellKey}${pad(number, 4)}`,
    validFrom,
  };
  const stairs = doorsOf(households, plan.stairs, plan.floors).flatMap((doors, i) => {
    const stair: AreaInput = {
      code: `${building.code}-${i + 1}`,
      parentCode: building.code,
      kind: 'stair',
      nameZh: `${building.nameZh}${i + 1}单元`,
      nameEn: `${building.nameEn}, Stair ${i + 1}`,
      householdCount: doors.length,
      sortKey: `${building.sortKey}${pad(i + 1, 4)}`,
      validFrom,
    };
    const homes = doors.map(
      (door): AreaInput => ({
        code: `${stair.code}-${door}`,
        parentCode: stair.code,
        kind: 'household',
        nameZh: `${stair.nameZh}${door}室`,
        nameEn: `${stair.nameEn}, Room ${door}`,
        sortKey: `${stair.sortKey}${door.padStart(4, '0')}`,
        validFrom,
      }),
    );
    return [stair, ...homes];
  });
  return [building, ...stairs];
}

function areasOfCell(cell: CellPlan, plan: QuarterPlan, quarterKey: string): AreaInput[] {
  const sortKey = `${quarterKey}${cell.number.padStart(4, '0')}`;
  return [
    {
      code: communityCode + cell.number,
      parentCode: `${communityCode}-${plan.letter}`,
      kind: 'grid_cell',
      nameZh: `${cell.name}网格`,
      nameEn: `Cell ${cell.name}`,
      ring: ringOf(cell.box),
      householdCount: sum(cell.buildings),
      sortKey,
      validFrom,
    },
    ...cell.buildings.flatMap((_, index) => areasOfBuilding(cell, plan, index, sortKey)),
  ];
}

function communityArea(): AreaInput {
  return {
    code: communityCode,
    parentCode: '320371003',
    kind: 'community',
    nameZh: '坡里社区',
    nameEn: 'Poli Community',
    legalForm: 'villager',
    letters: 'PL',
    ...fromMetres(serviceCentre, anchor),
    householdCount: sum(cellPlans.flatMap((cell) => cell.buildings)),
    phone: communityPhone,
    sortKey: communityCode,
  };
}

/** Every area of 坡里 from the community down to 2,100 doors, parents before children; its ancestors are reference data. */
export function demoAreas(): AreaInput[] {
  const quarters = quarterPlans.flatMap((plan, index) => {
    const cells = cellPlans.filter((cell) => cell.quarter === plan.letter);
    const sortKey = `${communityCode}${pad(index + 1, 4)}`;
    const quarter: AreaInput = {
      code: `${communityCode}-${plan.letter}`,
      parentCode: communityCode,
      kind: 'quarter',
      nameZh: `${plan.letter}区`,
      nameEn: `Quarter ${plan.letter}`,
      householdCount: sum(cells.flatMap((cell) => cell.buildings)),
      sortKey,
      validFrom,
    };
    return [quarter, ...cells.flatMap((cell) => areasOfCell(cell, plan, sortKey))];
  });
  const park: AreaInput = {
    code: parkCode,
    parentCode: communityCode,
    kind: 'special_cell',
    nameZh: '沿河商街与公园',
    nameEn: 'Riverside Street and Park',
    ring: ringOf(parkBox),
    householdCount: 0,
    sortKey: `${communityCode}0901`,
    validFrom,
  };
  return [communityArea(), ...quarters, park];
}

/** The QR slips: one a building, six lamps and two gates in the park. */
export function demoPoints(): PointInput[] {
  const buildings = cellPlans.flatMap((cell) =>
    cell.buildings.map((_, index): PointInput => {
      const number = cell.firstBuilding + index;
      return {
        code: `PL-${cell.quarter}${pad(number, 2)}`,
        areaCode: `${communityCode}${cell.number}-${pad(number, 2)}`,
        kind: 'building',
        nameZh: `${cell.quarter}区${number}号楼`,
        nameEn: `Quarter ${cell.quarter}, Building ${number}`,
        ...fromMetres(buildingPosition(cell, index), anchor),
      };
    }),
  );
  const lamps = [-400, -240, -80, 80, 240, 400].map(
    (x, index): PointInput => ({
      code: `PL-L${index + 1}`,
      areaCode: parkCode,
      kind: 'lamp',
      nameZh: `沿河公园${index + 1}号路灯`,
      nameEn: `Riverside Park, Lamp ${index + 1}`,
      ...at(x, -440),
    }),
  );
  const gates = [
    { code: 'PL-G1', nameZh: '沿河公园西门', nameEn: 'Riverside Park, West Gate', ...at(-480, -410) },
    { code: 'PL-G2', nameZh: '沿河公园东门', nameEn: 'Riverside Park, East Gate', ...at(480, -410) },
  ].map((gate): PointInput => ({ ...gate, areaCode: parkCode, kind: 'gate' }));
  return [...buildings, ...lamps, ...gates];
}

/** Pairs of cells that share an edge, each once, read off the rings. */
export function demoNeighbours(): [string, string][] {
  const boxes = [...cellPlans.map((cell) => cell.box), parkBox].map(ringOf);
  const pairs: [string, string][] = [];
  cellCodes.forEach((code, i) => {
    cellCodes.forEach((other, j) => {
      const [ring, next] = [boxes[i], boxes[j]];
      if (i < j && ring && next && shareEdge(ring, next)) pairs.push([code, other]);
    });
  });
  return pairs;
}
