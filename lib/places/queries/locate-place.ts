import { and, eq, gte, inArray, lte } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { edgeToleranceDegrees, type LatLng, locateInRings } from '@/lib/kernel/geo';
import { parse } from '@/lib/kernel/parse';
import { type LocatePlaceInput, locatePlaceInput } from '../input';
import { standingOn } from '../policy';
import { cellKinds } from '../status';
import { area, areaClosure } from '../tables';
import { type AreaRow, type FoundPlace, type PlaceView, viewPlace } from '../view';
import { pathOf } from './ancestors-of';
import { findAddress } from './find-address';
import { findPoints } from './find-points';

/**
 * Which cell, quarter, community and so on a place belongs to: a position (WGS 84), typed words, the code of a QR slip,
 * or the code of an area. A position on an edge that cells share always goes to the same one.
 * @throws DomainError `not_found` place.outside, place.point_unknown, place.address_unknown, place.area_unknown;
 *   `invalid` place.address_ambiguous, place.point_ambiguous, place.too_wide (above the community)
 */
export async function locatePlace(ctx: Context, input: LocatePlaceInput): Promise<PlaceView> {
  const found = await findPlace(ctx, parse(locatePlaceInput, input));
  const path = await pathOf(ctx, found.areaCode);
  const place = viewPlace(path, await onlyCellIn(ctx, path), found);
  if (!place) throw new DomainError('invalid', 'place.too_wide', { params: { code: found.areaCode } });
  return place;
}

async function findPlace(ctx: Context, input: z.output<typeof locatePlaceInput>): Promise<FoundPlace> {
  if ('lat' in input) return { areaCode: await cellAt(ctx, input), exact: true, position: input };
  if ('address' in input) return findAddress(ctx, input.address, input.within);
  if ('areaCode' in input) return { areaCode: input.areaCode, exact: true };
  const [point, ...others] = await findPoints(ctx.db, input.point);
  if (!point) throw new DomainError('not_found', 'place.point_unknown', { params: { code: input.point } });
  if (others.length > 0) throw new DomainError('invalid', 'place.point_ambiguous', { params: { code: input.point } });
  return { areaCode: point.areaCode, exact: true, point, position: { lat: point.lat, lng: point.lng } };
}

/** The cell at a position: the boxes narrow it down in the database, the rings decide. */
async function cellAt(ctx: Context, { lat, lng }: LatLng): Promise<string> {
  const rows = await ctx.db
    .select({ code: area.code, ring: area.ring })
    .from(area)
    .where(
      and(
        inArray(area.kind, [...cellKinds]),
        lte(area.minLat, lat + edgeToleranceDegrees),
        gte(area.maxLat, lat - edgeToleranceDegrees),
        lte(area.minLng, lng + edgeToleranceDegrees),
        gte(area.maxLng, lng - edgeToleranceDegrees),
        standingOn(shanghaiDate(ctx.now())),
      ),
    )
    .orderBy(area.code);
  const cell = locateInRings(
    { lat, lng },
    rows.map((row) => ({ code: row.code, ring: row.ring ?? [] })),
  );
  if (!cell) throw new DomainError('not_found', 'place.outside');
  return cell.code;
}

/** A quarter of one cell needs no building to know its cell. */
async function onlyCellIn(ctx: Context, path: readonly AreaRow[]): Promise<AreaRow | null> {
  const self = path[0];
  if (!self || (self.kind !== 'quarter' && self.kind !== 'community')) return null;
  const cells = await ctx.db
    .select({ area })
    .from(areaClosure)
    .innerJoin(area, eq(area.code, areaClosure.descendantCode))
    .where(
      and(
        eq(areaClosure.ancestorCode, self.code),
        inArray(area.kind, [...cellKinds]),
        standingOn(shanghaiDate(ctx.now())),
      ),
    )
    .orderBy(area.code)
    .limit(2);
  return cells.length === 1 ? (cells[0]?.area ?? null) : null;
}
