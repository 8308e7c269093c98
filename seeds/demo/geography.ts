import { fromMetres, shareEdge } from '@/lib/kernel/geo';
import type { AreaInput, PointInput } from '@/lib/places/input';
import {
  anchor,
  at,
  buildingPosition,
  type CellPlan,
  cellCodes,
  cellPlans,
  communityCode,
  communityPhone,
  doorsOf,
  pad,
  parkBox,
  parkCode,
  type QuarterPlan,
  quarterPlans,
  ringOf,
  serviceCentre,
  sum,
} from './geography-plan';

const validFrom = '2021-07-01';

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
