import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { distanceMetres } from '@/lib/kernel/geo';
import { checkSlip } from '@/lib/places/queries/check-slip';
import type { OrderEventData } from './events';
import type { OrderRow } from './facts';
import { takePhotos } from './photos';
import { addNote, addPhotos } from './store';

/** Farther than this needs a reason and is flagged (3.11). Metres. */
export const nearMetres = 200;

interface PresenceInput {
  position?: { lat: number; lng: number };
  pointCode?: string;
  reason?: string;
  photos: string[];
}

/**
 * Where somebody stands when they arrive or leave: by position, by the code as it is written on the slip, or by a reason.
 * @throws rule `order.presence_needs_proof`, `order.far_needs_reason`, `order.code_elsewhere`, `order.code_ambiguous`
 */
export async function readPresence(
  ctx: Context,
  tx: Tx,
  order: OrderRow,
  input: PresenceInput,
  now: number,
): Promise<OrderEventData['order.arrived']> {
  const spot = order.lat !== null && order.lng !== null ? { lat: order.lat, lng: order.lng } : null;
  const metres = input.position && spot ? Math.round(distanceMetres(input.position, spot)) : null;
  const slip = input.pointCode ? await checkSlip(tx, input.pointCode, order) : null;
  if (slip === 'several' && metres === null) throw new DomainError('rule', 'order.code_ambiguous');
  if (slip === 'elsewhere' && metres === null) throw new DomainError('rule', 'order.code_elsewhere');
  const byCode = slip === 'here';
  const far = !byCode && metres !== null && metres > nearMetres;
  if (!input.reason && far)
    throw new DomainError('rule', 'order.far_needs_reason', { params: { metres: metres ?? 0 } });
  if (!input.reason && !byCode && metres === null) throw new DomainError('rule', 'order.presence_needs_proof');
  const photos = await takePhotos(tx, order.id, input.photos);
  await addPhotos(tx, order.id, order.lastSeq + 1, 'note', photos, now);
  const note = input.reason
    ? await addNote(tx, order, {
        author: ctx.actor,
        byRequester: false,
        toResident: false,
        words: input.reason,
        at: now,
      })
    : undefined;
  return { metres, byCode, far, photos: photos.map((p) => p.id), ...(note ? { note } : {}) };
}
