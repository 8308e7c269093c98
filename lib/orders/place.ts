import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { locatePlace } from '@/lib/places/queries/locate-place';
import type { PlaceView } from '@/lib/places/view';
import type { place } from './input';

type PlaceInput = z.infer<typeof place>;

/** The place that was said, by the surest of the ways in which it was said: slip, area, position, words. */
export async function resolvePlace(ctx: Context, input: PlaceInput): Promise<PlaceView> {
  if (input.pointCode) return locatePlace(ctx, { point: input.pointCode });
  if (input.areaCode) return locatePlace(ctx, { areaCode: input.areaCode });
  if (input.point) return locatePlace(ctx, input.point);
  if (input.address) return locatePlace(ctx, { address: input.address });
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
