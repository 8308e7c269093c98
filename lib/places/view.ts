import { z } from 'zod';
import type { LatLng } from '@/lib/kernel/geo';
import { type AreaKind, areaKinds, cellKinds, legalForms } from './status';
import type { area } from './tables';

export type AreaRow = typeof area.$inferSelect;

export const areaView = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  kind: z.enum(areaKinds),
  nameZh: z.string(),
  nameEn: z.string(),
  legalForm: z.enum(legalForms).nullable(),
  householdCount: z.int().nullable(),
  phone: z.string().nullable(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type AreaView = z.infer<typeof areaView>;

export function viewArea(row: AreaRow): AreaView {
  const { code, parentCode, kind, nameZh, nameEn, legalForm, householdCount, phone, lat, lng, validFrom, validTo } =
    row;
  return { code, parentCode, kind, nameZh, nameEn, legalForm, householdCount, phone, lat, lng, validFrom, validTo };
}

/** A place with the code of every level it belongs to, as an order carries them. */
export const placeView = z.object({
  /** The finest area that is known: a door, a stair, a building, a cell, a quarter, or only the community. */
  areaCode: z.string(),
  /** Null when the place could be in more than one cell (a quarter of two cells without a building). */
  cellCode: z.string().nullable(),
  quarterCode: z.string().nullable(),
  communityCode: z.string(),
  /** The unit of nine digits that answers for the community: a street, a town, or a zone without streets. */
  streetCode: z.string(),
  /** The unit of six digits above it: a development zone or a district. */
  zoneCode: z.string(),
  buildingCode: z.string().nullable(),
  pointCode: z.string().nullable(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  /** Down to the building and no further. */
  labelZh: z.string(),
  labelEn: z.string(),
  /** Stair and door, `2单元502室`: personal data, never part of a label. */
  doorZh: z.string().nullable(),
  doorEn: z.string().nullable(),
  /** False when a part of the words was not in the register and a coarser place was taken. */
  exact: z.boolean(),
});
export type PlaceView = z.infer<typeof placeView>;

/** What was found before the levels are read off: the finest area, and what else is known about the spot. */
export interface FoundPlace {
  areaCode: string;
  exact: boolean;
  point?: { code: string; nameZh: string; nameEn: string };
  position?: LatLng;
}

const oneOf =
  (...kinds: AreaKind[]) =>
  (row: AreaRow) =>
    kinds.includes(row.kind);

/**
 * Reads the levels off a path from the area itself up to the root.
 * @param cell the cell when the path has none but the area holds exactly one
 * @returns null when the path does not reach down to a community
 */
export function viewPlace(path: readonly AreaRow[], cell: AreaRow | null, found: FoundPlace): PlaceView | null {
  const community = path.findIndex(oneOf('community'));
  const street = path[community + 1];
  const zone = path.slice(community + 2).find(oneOf('zone', 'district'));
  const self = path[0];
  if (community < 0 || !street || !zone || !self) return null;
  const building = path.find(oneOf('building'));
  const named = found.point ?? building ?? self;
  const position = found.position ?? positionOf(building ?? self);
  const below = building && building !== self ? self : null;
  return {
    areaCode: self.code,
    cellCode: path.find(oneOf(...cellKinds))?.code ?? cell?.code ?? null,
    quarterCode: path.find(oneOf('quarter'))?.code ?? null,
    communityCode: path[community]?.code ?? self.code,
    streetCode: street.code,
    zoneCode: zone.code,
    buildingCode: building?.code ?? null,
    pointCode: found.point?.code ?? null,
    lat: position?.lat ?? null,
    lng: position?.lng ?? null,
    labelZh: named.nameZh,
    labelEn: named.nameEn,
    doorZh: below && building ? without(below.nameZh, building.nameZh) : null,
    doorEn: below && building ? without(below.nameEn, building.nameEn) : null,
    exact: found.exact,
  };
}

const positionOf = (row: AreaRow): LatLng | null =>
  row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng };

/** A full name without the name of what it lies in: `C区5号楼2单元` in `C区5号楼` is `2单元`. */
const without = (name: string, prefix: string): string =>
  name.startsWith(prefix) ? name.slice(prefix.length).replace(/^[,\s]+/, '') : name;
