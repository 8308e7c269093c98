import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { findOrderById, loadStandingFacts } from '../facts';
import { standingOf } from '../policy';
import { orderPhoto } from '../tables';
import { readsAsResident, requesterSeesPhoto, seesOnlyTheOffer } from '../view';

/**
 * Whether this actor may see a photo: they see its order, and the requester and who typed it for them no more of its
 * photos than their screen shows. The history gives ids of all photos to whoever reads it; an id alone opens nothing.
 */
export async function maySeePhoto(ctx: Context, input: { uploadId: string }): Promise<boolean> {
  const [photo] = await ctx.db.select().from(orderPhoto).where(eq(orderPhoto.uploadId, input.uploadId));
  const order = photo && (await findOrderById(ctx.db, photo.orderId));
  if (!photo || !order) return false;
  const standing = standingOf(ctx.actor, order, await loadStandingFacts(ctx.db, ctx.actor, order, ctx.now()));
  if (!standing.sees || seesOnlyTheOffer(standing)) return false;
  return !readsAsResident(standing) || requesterSeesPhoto(photo.kind, order.status);
}
