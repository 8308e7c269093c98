import type { z } from 'zod';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { locatePlace } from '@/lib/places/queries/locate-place';
import type { PlaceView } from '@/lib/places/view';
import type { OrderRow } from './facts';
import type { place } from './input';
import { saveContact } from './store';
import type { orders } from './tables';

type PlaceInput = z.infer<typeof place>;

/** A place that is not found is a fault of what was said, not of the address that was called. */
async function located(
  ctx: Context,
  field: keyof PlaceInput,
  where: Parameters<typeof locatePlace>[1],
): Promise<PlaceView> {
  try {
    return await locatePlace(ctx, where);
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'not_found') throw error;
    const { reason, details } = error;
    const issues = [{ path: `place.${field}`, reason, message: reason, params: details.params }];
    throw new DomainError('invalid', reason, { ...details, issues });
  }
}

/** The place that was said, by the surest of the ways in which it was said: slip, area, position, words. */
export async function resolvePlace(ctx: Context, input: PlaceInput): Promise<PlaceView> {
  if (input.pointCode) return located(ctx, 'pointCode', { point: input.pointCode });
  if (input.areaCode) return located(ctx, 'areaCode', { areaCode: input.areaCode });
  if (input.point) return located(ctx, 'point', input.point);
  if (input.address) return located(ctx, 'address', { address: input.address });
  throw new DomainError('invalid', 'order.place_missing', {
    issues: [{ path: 'place', reason: 'order.place_missing', message: 'place' }],
  });
}

/** An order lies in exactly one cell. @throws `invalid` `order.place_too_wide` */
export function needCell(found: PlaceView): PlaceView & { cellCode: string } {
  if (found.cellCode) return { ...found, cellCode: found.cellCode };
  throw new DomainError('invalid', 'order.place_too_wide', {
    issues: [{ path: 'place', reason: 'order.place_too_wide', message: 'place' }],
  });
}

/** The columns of an order that say where it is; the door is not among them. */
export const placeColumns = (found: PlaceView & { cellCode: string }) => ({
  zoneCode: found.zoneCode,
  streetCode: found.streetCode,
  communityCode: found.communityCode,
  quarterCode: found.quarterCode,
  cellCode: found.cellCode,
  buildingCode: found.buildingCode,
  areaCode: found.buildingCode ?? found.cellCode,
  pointCode: found.pointCode,
  lat: found.lat,
  lng: found.lng,
  placeZh: found.labelZh,
  placeEn: found.labelEn,
});

/** Stair and door, and how to find the spot; null when neither was said. Personal data. */
export const doorOf = (found: PlaceView, said: PlaceInput): string | null =>
  [found.doorZh, said.detail].filter(Boolean).join(' ') || null;

/** The household of a place that was said down to the door. */
export const householdOf = (found: PlaceView): string | null =>
  found.areaCode.split('-').length === 4 ? found.areaCode : null;

/**
 * Sets an order's place right: its columns, and its door with it, since a door of another building would send somebody
 * to a stranger. @throws `rule` `order.other_community`
 */
export async function movePlace(
  tx: Tx,
  order: OrderRow,
  found: PlaceView & { cellCode: string },
  said: PlaceInput,
): Promise<Partial<typeof orders.$inferInsert>> {
  if (found.communityCode !== order.communityCode) throw new DomainError('rule', 'order.other_community');
  const detail = doorOf(found, said);
  if (detail !== null || found.buildingCode !== order.buildingCode)
    await saveContact(tx, { orderId: order.id, detail });
  const requesterHousehold = order.requesterId === null ? householdOf(found) : order.requesterHousehold;
  return { ...placeColumns(found), requesterHousehold };
}
