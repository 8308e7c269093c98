import type { Context } from '@/lib/kernel/context';
import { unclaimedOffers } from '@/lib/orders/queries/concerned-by';
import { tell } from '../tell';

/** Tells, once per offer, that nobody has claimed it by its accept limit (3.11). */
export async function alarmUnclaimed(ctx: Context): Promise<void> {
  for (const order of await unclaimedOffers(ctx)) {
    const once = `${order.offerId}`;
    await tell(ctx, { order, event: null, topic: 'order.unclaimed', at: ctx.now(), once });
  }
}
