import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { findOrderById, loadStandingFacts } from '../facts';
import { standingOf } from '../policy';
import { orderPhoto } from '../tables';
import { requesterSeesPhoto, seesOnlyTheOffer } from '../view';

/** Whether this actor may see a photo: they see its order, and a requester also what the handler showed once verified. */
export async function maySeePhoto(ctx: Context, input: { uploadId: string }): Promise<boolean> {
  const [photo] = await ctx.db.select().from(orderPhoto).where(eq(orderPhoto.uploadId, input.uploadId));
  const order = photo && (await findOrderById(ctx.db, photo.orderId));
  if (!photo || !order) return false;
  const standing = standingOf(ctx.actor, order, await loadStandingFacts(ctx.db, ctx.actor, order, ctx.now()));
  if (!standing.sees || seesOnlyTheOffer(standing)) return false;
  return !standing.relations.has('requester') || requesterSeesPhoto(photo.kind, order.status);
}
