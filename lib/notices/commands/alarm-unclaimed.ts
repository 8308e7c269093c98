import type { Context } from '@/lib/kernel/context';
import { concernedBy, unclaimedOffers } from '@/lib/orders/queries/concerned-by';
import { addNotices } from '../store';
import { told } from '../told';

/** Tells the dispatchers, once per offer, that nobody has claimed it by its accept limit (3.11). */
export async function alarmUnclaimed(ctx: Context): Promise<void> {
  for (const order of await unclaimedOffers(ctx)) {
    const people = (await Promise.all(told['order.unclaimed'].map(({ to }) => concernedBy(ctx, order, to)))).flat();
    const dedupe = `order.unclaimed:${order.offerId}`;
    await ctx.transaction((tx) =>
      addNotices(tx, people, { kind: 'order.unclaimed', orderCode: order.code, dedupe, at: ctx.now() }),
    );
  }
}
