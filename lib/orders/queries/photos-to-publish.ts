import { inArray } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { getUploads, unusableUploads } from '@/lib/uploads/queries/get-uploads';
import { orderPhoto } from '../tables';

/**
 * Those of `ids` that this actor may put before everybody: just stored by themselves, and of no order, since the photos of
 * an order belong to the people in it. The rows of the orders are asked, not the mark of the upload, which follows later.
 */
export async function photosToPublish(db: Pick<Tx, 'select'>, actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const taken = await db
    .select({ id: orderPhoto.uploadId })
    .from(orderPhoto)
    .where(inArray(orderPhoto.uploadId, ids))
    .orderBy(orderPhoto.uploadId);
  const closed = new Set([...taken.map(({ id }) => id), ...(await unusableUploads(db, ids))]);
  return (await getUploads(db, ids)).flatMap(({ id, attached, createdBy }) =>
    attached || createdBy !== actorKey(actor) || closed.has(id) ? [] : id,
  );
}
