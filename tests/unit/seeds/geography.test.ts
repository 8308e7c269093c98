import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locateInRings, toMetres } from '@/lib/kernel/geo';
import { loadAreasInput } from '@/lib/places/input';
import { demoAreas, demoNeighbours, demoPoints } from '@/seeds/demo/geography';
import { anchor, cellCodes, communityCode, doorsOf } from '@/seeds/demo/geography-plan';

const areas = demoAreas();
const byCode = new Map(areas.map((area) => [area.code, area]));
const households = areas.filter((area) => area.kind === 'household');
const cell = (number: string) => communityCode + number;
const below = (code: string) => households.filter((home) => home.code.startsWith(`${code}-`)).length;

function read(file: string): { areas: { code: string; parentCode: string | null; kind: string; nameZh: string }[] } {
  return JSON.parse(readFileSync(new URL(`../../../seeds/reference/${file}`, import.meta.url), 'utf8'));
}

describe('the tree of 坡里', () => {
  it('has the households of each quarter and cell', () => {
    expect(households).toHaveLength(2100);
    const inCells = ['001', '002', '003', '004', '005', '006', '901'].map((number) => below(cell(number)));
    expect(inCells).toEqual([320, 320, 310, 310, 460, 380, 0]);
    const counts = ['A', 'B', 'C', 'D'].map((letter) => byCode.get(`${communityCode}-${letter}`)?.householdCount);
    expect(counts).toEqual([640, 620, 460, 380]);
    expect(byCode.get(communityCode)?.householdCount).toBe(2100);
  });

  it('has the buildings of each quarter, numbered through', () => {
    const names = (letter: string) =>
      areas.filter((a) => a.kind === 'building' && a.nameZh.startsWith(letter)).map((a) => a.nameZh);
    expect(['A', 'B', 'C', 'D'].map((letter) => names(letter).length)).toEqual([20, 14, 10, 8]);
    expect(names('A').at(-1)).toBe('A区20号楼');
    expect(byCode.get(`${cell('002')}-11`)?.nameZh).toBe('A区11号楼');
    expect(byCode.get(`${cell('004')}-08`)?.nameZh).toBe('B区8号楼');
  });

  it('adds up in every building and stair', () => {
    for (const area of areas) {
      if (area.kind === 'building' || area.kind === 'stair' || area.kind === 'grid_cell') {
        expect(below(area.code), area.nameZh).toBe(area.householdCount);
      }
    }
    const sizes = (number: string) => areas.filter((a) => a.parentCode === cell(number)).map((a) => a.householdCount);
    expect(sizes('001')).toEqual(Array(10).fill(32));
    expect(sizes('003')).toEqual([44, 44, 44, 44, 44, 45, 45]);
    expect(sizes('004')).toEqual([44, 44, 44, 44, 44, 45, 45]);
    expect(sizes('005')).toEqual(Array(10).fill(46));
    expect(sizes('006')).toEqual([47, 48, 47, 48, 47, 48, 47, 48]);
  });

  it('has the codes and names as they are written', () => {
    expect(byCode.get(`${cell('005')}-05-2-502`)?.nameZh).toBe('C区5号楼2单元502室');
    expect(byCode.get(`${cell('005')}-05-2`)?.nameZh).toBe('C区5号楼2单元');
    expect(byCode.get(`${cell('001')}-03-1-502`)?.nameEn).toBe('Quarter A, Building 3, Stair 1, Room 502');
    expect(byCode.get(cell('901'))).toMatchObject({ kind: 'special_cell', parentCode: communityCode });
    expect(byCode.get(cell('006'))?.parentCode).toBe(`${communityCode}-D`);
  });

  it('brings parents before children, no code or sort key twice, and passes the loader', () => {
    const seen = new Set(['320371003']);
    for (const area of areas) {
      expect(seen.has(area.parentCode ?? ''), area.code).toBe(true);
      expect(seen.has(area.code)).toBe(false);
      seen.add(area.code);
    }
    expect(new Set(areas.map((area) => area.sortKey)).size).toBe(areas.length);
    const parsed = loadAreasInput.safeParse({ areas, points: demoPoints(), neighbours: demoNeighbours() });
    expect(parsed.error).toBeUndefined();
  });

  it('splits doors from the ground floor up', () => {
    expect(doorsOf(7, 2, 2)).toEqual([
      ['102', '201', '202'],
      ['101', '102', '201', '202'],
    ]);
    expect(() => doorsOf(9, 2, 2)).toThrow(RangeError);
  });
});

describe('cells, points and neighbours', () => {
  const cells = areas.flatMap((area) => (area.ring ? [{ code: area.code, ring: area.ring }] : []));

  it('have the corners of the sketch', () => {
    expect(cells.map((c) => c.code)).toEqual([...cellCodes]);
    const park = byCode.get(cell('901'))?.ring?.map(([lat, lng]) => toMetres({ lat, lng }, anchor));
    expect(park?.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [-500, -480],
      [500, -480],
      [500, -400],
      [-500, -400],
    ]);
  });

  it('hang one slip on each building, six on lamps, two on gates, each inside its own cell', () => {
    const points = demoPoints();
    const count = (kind: string) => points.filter((point) => point.kind === kind).length;
    expect([count('building'), count('lamp'), count('gate')]).toEqual([52, 6, 2]);
    expect(new Set(points.map((point) => point.code)).size).toBe(60);
    for (const point of points) {
      expect(point.areaCode.startsWith(locateInRings(point, cells)?.code ?? 'none'), point.nameZh).toBe(true);
      expect(byCode.has(point.areaCode)).toBe(true);
    }
  });

  it('place every building inside its cell', () => {
    for (const area of areas) {
      if (area.kind !== 'building' || area.lat === undefined || area.lng === undefined) continue;
      expect(locateInRings({ lat: area.lat, lng: area.lng }, cells)?.code).toBe(area.parentCode);
    }
  });

  it('know who shares an edge: A-2 and D touch in a corner only', () => {
    const short = demoNeighbours().map(([a, b]) => `${a.slice(-3)}-${b.slice(-3)}`);
    expect(short).toEqual([
      '001-002',
      '001-005',
      '002-003',
      '002-005',
      '003-004',
      '003-006',
      '004-006',
      '005-006',
      '005-901',
      '006-901',
    ]);
  });
});

describe('the national codes', () => {
  it('list 坡里 among the 14 units of 大黄山街道, with its ancestors', () => {
    const { areas: listed } = read('areas-dahuangshan.json');
    expect(listed.filter((area) => area.kind === 'community')).toHaveLength(14);
    expect(listed.find((area) => area.code === communityCode)?.nameZh).toBe('坡里村委会');
    expect(listed.slice(0, 4).map((area) => `${area.code} ${area.nameZh} ${area.kind}`)).toEqual([
      '32 江苏省 province',
      '3203 徐州市 city',
      '320371 徐州经济技术开发区 zone',
      '320371003 大黄山街道 street',
    ]);
  });

  it('list 505 units of 滨海新区 in 21 streets and towns and 5 zones', () => {
    const { areas: listed } = read('areas-binhai.json');
    const codes = new Set(listed.map((area) => area.code));
    const count = (kind: string) => listed.filter((area) => area.kind === kind).length;
    expect([count('community'), count('street'), count('zone'), count('district')]).toEqual([505, 21, 5, 1]);
    expect(listed.every((area) => area.parentCode === null || codes.has(area.parentCode))).toBe(true);
    expect(loadAreasInput.safeParse({ areas: listed }).error).toBeUndefined();
  });
});
