import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { getUploads, unusableUploads } from '@/lib/uploads/queries/get-uploads';
import { orderPhoto } from './tables';

export interface TakenPhoto {
  id: string;
  sha256: string;
}

/**
 * The stored photos of `ids`, checked: they exist, are not about to be swept, and belong to no other order.
 * @throws `invalid` `photo.unknown`
 */
export async function takePhotos(db: Reader, orderId: string, ids: readonly string[]): Promise<TakenPhoto[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const unusable = await unusableUploads(db, wanted);
  const elsewhere = await db.select().from(orderPhoto).where(inArray(orderPhoto.uploadId, wanted));
  if (unusable.length > 0 || elsewhere.some((row) => row.orderId !== orderId)) {
    throw new DomainError('invalid', 'photo.unknown');
  }
  return (await getUploads(db, wanted)).map(({ id, sha256 }) => ({ id, sha256 }));
}
