import { index, integer, json, primaryKey, real, table, text } from '#dialect';
import type { AreaKind, LegalForm, PointKind } from './status';

/**
 * The area tree. Rings and positions are invented block sketches, never a boundary (地图管理条例 15).
 * An area is never deleted and never moved: a cell that is cut anew ends (`validTo`) and a new code begins, so that old
 * orders stay with the old cell.
 */
export const area = table(
  'area',
  {
    code: text('code').primaryKey(),
    parentCode: text('parent_code'),
    kind: text('kind').$type<AreaKind>().notNull(),
    /** Full enough to be read alone: `C区5号楼2单元`. Addresses are looked up by it. */
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    legalForm: text('legal_form').$type<LegalForm>(),
    /** The letters of a community's order numbers: 坡里 is `PL`. */
    letters: text('letters'),
    /** Corners as `[lat, lng]`. */
    ring: json<[number, number][]>('ring'),
    minLat: real('min_lat'),
    maxLat: real('max_lat'),
    minLng: real('min_lng'),
    maxLng: real('max_lng'),
    lat: real('lat'),
    lng: real('lng'),
    householdCount: integer('household_count'),
    phone: text('phone'),
    /** Digits of fixed width, so that both engines sort siblings alike whatever their collation. */
    sortKey: text('sort_key').notNull(),
    validFrom: text('valid_from'),
    /** The last day on which it stands; null = open. */
    validTo: text('valid_to'),
  },
  (t) => [
    index('area_parent').on(t.parentCode, t.sortKey, t.code),
    index('area_kind_box').on(t.kind, t.minLat, t.minLng),
    index('area_name').on(t.nameZh),
  ],
);

/** Every area with each of its ancestors and, at depth 0, itself. */
export const areaClosure = table(
  'area_closure',
  {
    ancestorCode: text('ancestor_code').notNull(),
    descendantCode: text('descendant_code').notNull(),
    depth: integer('depth').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ancestorCode, t.descendantCode] }),
    index('area_closure_descendant').on(t.descendantCode, t.depth),
  ],
);

/** Cells that share an edge, both ways round. */
export const cellNeighbour = table(
  'cell_neighbour',
  { cellCode: text('cell_code').notNull(), neighbourCode: text('neighbour_code').notNull() },
  (t) => [primaryKey({ columns: [t.cellCode, t.neighbourCode] })],
);

/** A QR slip on a wall, a lamp or a gate; `/q/CODE` opens it. */
export const placePoint = table(
  'place_point',
  {
    code: text('code').primaryKey(),
    areaCode: text('area_code').notNull(),
    kind: text('kind').$type<PointKind>().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    lat: real('lat').notNull(),
    lng: real('lng').notNull(),
  },
  (t) => [index('place_point_area').on(t.areaCode, t.code)],
);
