import { z } from 'zod';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { listAreasInput, typedPoint } from './input';
import { listAreas } from './queries/list-areas';
import { locatePlace } from './queries/locate-place';
import { areaView, placeView } from './view';

const degrees = z
  .string()
  .trim()
  .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
  .transform(Number);

/** One of the three ways to say where, as a query string. */
const locateQuery = z
  .object({
    lat: degrees.optional(),
    lng: degrees.optional(),
    address: z.string().trim().min(1).max(200).optional(),
    point: typedPoint.optional(),
  })
  .refine((q) => (q.lat !== undefined && q.lng !== undefined) || q.address !== undefined || q.point !== undefined, {
    path: ['address'],
  });

export const placeEndpoints: EndpointRow[] = [
  endpoint({
    method: 'GET',
    path: '/areas',
    summary: 'The area tree: the children of `parent`, or the roots.',
    audience: 'anyone',
    input: listAreasInput,
    output: z.object({ items: z.array(areaView), nextCursor: z.string().nullable() }),
    run: (ctx, input) => listAreas(ctx, input),
  }),
  endpoint({
    method: 'GET',
    path: '/areas/locate',
    summary: 'The cell of a place: by position, by typed address, or by the code of a slip.',
    audience: 'anyone',
    input: locateQuery,
    output: placeView,
    run: (ctx, { lat, lng, address, point }) => {
      if (lat !== undefined && lng !== undefined) return locatePlace(ctx, { lat, lng });
      if (point !== undefined) return locatePlace(ctx, { point });
      return locatePlace(ctx, { address: address ?? '' });
    },
  }),
];
