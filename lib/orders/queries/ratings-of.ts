import { eq } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import type { OrderRow } from '../facts';
import { orderRating } from '../tables';

export interface RatingView {
  via: string;
  reached: boolean;
  /** What the caller was told: did the handler come forward in time? Null where it was not asked. */
  contactedInTime: boolean | null;
  solved: string | null;
  stars: number | null;
  reason: string | null;
  words: string | null;
  at: string;
}

/** Every answer to the closings of an order, oldest first. */
export async function ratingsOf(ctx: Context, order: OrderRow, isRequester: boolean): Promise<RatingView[]> {
  const rows = await ctx.db
    .select()
    .from(orderRating)
    .where(eq(orderRating.orderId, order.id))
    .orderBy(orderRating.seq, orderRating.id);
  return rows.map((row) => ({
    via: row.via,
    reached: row.reached,
    contactedInTime: row.contactedInTime,
    solved: row.solved,
    stars: row.stars,
    reason: row.reason,
    // What staff wrote down of a call is theirs; the answer itself is the requester's.
    words: isRequester && row.via !== 'requester' ? null : row.words,
    at: rfc3339(row.at),
  }));
}
