import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { findSamePhotos } from '@/lib/uploads/queries/get-uploads';
import { orderEvent, orderPhoto } from '../tables';
import { loadSeen } from './get-order';

/**
 * How many photos of an order's last evidence stand, pixel for pixel, on another order as well: a check for its
 * verifier. Which order that is, and whose, is not told. @throws not_found `order.not_found`
 */
export async function countReusedPhotos(ctx: Context, input: { code: string }): Promise<number> {
  const { order } = await loadSeen(ctx, input.code);
  const [round] = await ctx.db
    .select({ seq: orderEvent.seq })
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, order.id), eq(orderEvent.type, 'order.evidence_submitted')))
    .orderBy(desc(orderEvent.seq))
    .limit(1);
  if (!round) return 0;
  const shown = await ctx.db
    .select({ id: orderPhoto.uploadId })
    .from(orderPhoto)
    .where(and(eq(orderPhoto.orderId, order.id), eq(orderPhoto.seq, round.seq)))
    .orderBy(orderPhoto.uploadId);
  const doubles = await findSamePhotos(ctx, { ids: shown.map((photo) => photo.id) });
  const ids = [...new Set([...doubles.values()].flat())];
  if (ids.length === 0) return 0;
  const elsewhere = await ctx.db
    .select({ uploadId: orderPhoto.uploadId })
    .from(orderPhoto)
    .where(and(inArray(orderPhoto.uploadId, ids), ne(orderPhoto.orderId, order.id)))
    .orderBy(orderPhoto.uploadId, orderPhoto.orderId);
  const used = new Set(elsewhere.map((row) => row.uploadId));
  return [...doubles.values()].filter((same) => same.some((one) => used.has(one))).length;
}
