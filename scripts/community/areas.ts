import { type Ring, shareEdge } from '@/lib/kernel/geo';
import { type AreaInput, areaInput, type PointInput, pointInput } from '@/lib/places/input';
import type { AreaKind } from '@/lib/places/status';
import { given, list, number, onlyOnce, readRow } from './fields';
import type { Folder, Row } from './folder';
import type { Notebook } from './mistakes';
import { readPolygon } from './polygon';

export interface ReadArea {
  row: Row;
  area: AreaInput;
  neighbours: string[];
}
export interface ReadPoint {
  row: Row;
  point: PointInput;
}

/** How the code of each kind is written and what may stand right above it; codes are nested by their beginning. */
const shapes: Record<AreaKind, { code: RegExp; parents: readonly AreaKind[] }> = {
  province: { code: /^\d{2}$/, parents: [] },
  city: { code: /^\d{4}$/, parents: ['province'] },
  district: { code: /^\d{6}$/, parents: ['city'] },
  zone: { code: /^\d{6}(\d{3})?$/, parents: ['city', 'district'] },
  street: { code: /^\d{9}$/, parents: ['city', 'district', 'zone'] },
  community: { code: /^\d{12}$/, parents: ['street', 'zone'] },
  quarter: { code: /^\d{12}-[0-9A-Z]{1,6}$/, parents: ['community'] },
  grid_cell: { code: /^\d{15}$/, parents: ['community', 'quarter'] },
  special_cell: { code: /^\d{15}$/, parents: ['community', 'quarter'] },
  building: { code: /^\d{15}-[0-9A-Z]{1,6}$/, parents: ['grid_cell', 'special_cell'] },
  stair: { code: /^\d{15}(-[0-9A-Z]{1,6}){2}$/, parents: ['building'] },
  household: { code: /^\d{15}(-[0-9A-Z]{1,6}){3}$/, parents: ['stair'] },
};

export const isCell = (kind: AreaKind | undefined): boolean => kind === 'grid_cell' || kind === 'special_cell';

export function readAreas(folder: Folder, notes: Notebook): ReadArea[] {
  const rows = folder.rows('areas.csv').flatMap((row): ReadArea[] => {
    const kind = row.get('kind');
    const area = readRow(
      areaInput,
      {
        code: row.get('code'),
        parentCode: given(row, 'parent') ?? null,
        kind,
        nameZh: row.get('name_zh'),
        nameEn: given(row, 'name_en'),
        legalForm: given(row, 'legal_form'),
        letters: given(row, 'letters'),
        ring: readPolygon(row, folder, notes),
        lat: number(row, 'lat'),
        lng: number(row, 'lng'),
        householdCount: number(row, 'households'),
        phone: given(row, 'phone'),
        validFrom: given(row, 'valid_from'),
        validTo: given(row, 'valid_to'),
      },
      row,
      {
        parentCode: 'parent',
        nameZh: 'name_zh',
        nameEn: 'name_en',
        legalForm: 'legal_form',
        ring: 'polygon',
        householdCount: 'households',
        validFrom: 'valid_from',
        validTo: 'valid_to',
      },
      notes,
    );
    if (!area) return [];
    if (!shapes[area.kind].code.test(area.code)) {
      const en = `“${area.code}” is no code of a ${area.kind}; see docs/load-community.md`;
      notes.note(row, 'code', `“${area.code}”不是 ${area.kind} 的区划码，见 docs/load-community.md`, en);
    }
    if (area.validFrom && area.validTo && area.validTo < area.validFrom) {
      notes.note(row, 'valid_to', '早于 valid_from', 'is before valid_from');
    }
    if ((area.lat === undefined) !== (area.lng === undefined)) {
      notes.note(row, 'lat', '经纬度要一起填', 'latitude and longitude go together');
    }
    if (area.kind === 'community' && !area.letters) {
      notes.note(row, 'letters', '社区要有工单号的开头字母', 'a community needs the letters of its order numbers');
    }
    return [{ row, area, neighbours: list(row, 'neighbours') }];
  });
  return onlyOnce(rows, 'code', ({ area }) => area.code, notes);
}

export function readPoints(folder: Folder, notes: Notebook): ReadPoint[] {
  const rows = folder.rows('points.csv').flatMap((row): ReadPoint[] => {
    const point = readRow(
      pointInput,
      {
        code: row.get('code'),
        areaCode: row.get('area'),
        kind: row.get('kind'),
        nameZh: row.get('name_zh'),
        nameEn: row.get('name_en'),
        lat: number(row, 'lat'),
        lng: number(row, 'lng'),
      },
      row,
      { areaCode: 'area', nameZh: 'name_zh', nameEn: 'name_en' },
      notes,
    );
    return point ? [{ row, point }] : [];
  });
  return onlyOnce(rows, 'code', ({ point }) => point.code, notes);
}

export interface KnownArea {
  kind: AreaKind;
  parentCode: string | null;
}

/**
 * Looks at areas beside each other and beside what stands in the database: parents, nesting, neighbours.
 * @param written every code of areas.csv: below one whose row is wrong by itself nothing more is said
 */
export function checkAreas(
  areas: ReadArea[],
  written: ReadonlySet<string>,
  stored: ReadonlyMap<string, KnownArea>,
  notes: Notebook,
): void {
  const inFiles = new Map(areas.map(({ area }) => [area.code, area]));
  for (const { row, area, neighbours } of areas) {
    const { code, kind, parentCode } = area;
    const parent = parentCode === null ? undefined : (inFiles.get(parentCode) ?? stored.get(parentCode));
    const { parents } = shapes[kind];
    if (parentCode === null) {
      if (parents.length > 0) notes.note(row, 'parent', '没有填上级', 'is empty: only a province has no parent');
    } else if (!parent) {
      if (written.has(parentCode)) continue;
      const en = `there is no area ${parentCode}, neither in areas.csv nor in the database`;
      notes.note(row, 'parent', `没有 ${parentCode}，areas.csv 和数据库里都没有`, en);
    } else if (!parents.includes(parent.kind)) {
      const en = `a ${kind} cannot lie in a ${parent.kind}`;
      notes.note(row, 'parent', `${kind} 不能直接放在 ${parent.kind} 里`, en);
    } else if (!code.startsWith(parent.kind === 'quarter' ? parentCode.slice(0, 12) : parentCode)) {
      notes.note(
        row,
        'code',
        `要以上级 ${parentCode} 的码开头`,
        `must begin with the code of its parent ${parentCode}`,
      );
    }
    const before = stored.get(code);
    if (before && before.parentCode !== parentCode) {
      const en = `an area never moves: in the database it lies in ${before.parentCode ?? 'nothing'}; end it (valid_to) and give a new code`;
      notes.note(
        row,
        'parent',
        `区域不能搬家：数据库里在 ${before.parentCode ?? '最上层'} 下；请终止它（valid_to）另编新码`,
        en,
      );
    }
    for (const other of neighbours) {
      if (isCell(kind) && isCell((inFiles.get(other) ?? stored.get(other))?.kind) && other !== code) continue;
      notes.note(row, 'neighbours', `${other} 不是另一个网格`, `${other} is no other cell, or this is none`);
    }
  }
}

/** Cells that were named as neighbours or whose polygons share an edge, each pair once. */
export function neighbourPairs(areas: ReadArea[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  const add = (a: string, b: string) => {
    const pair: [string, string] = a < b ? [a, b] : [b, a];
    pairs.set(pair.join(' '), pair);
  };
  const rings = areas.flatMap(({ area }): { code: string; ring: Ring }[] =>
    isCell(area.kind) && area.ring ? [{ code: area.code, ring: area.ring }] : [],
  );
  for (const { area, neighbours } of areas) for (const other of neighbours) add(area.code, other);
  for (const [i, one] of rings.entries()) {
    for (const other of rings.slice(i + 1)) if (shareEdge(one.ring, other.ring)) add(one.code, other.code);
  }
  return [...pairs.values()];
}
