import type { Context } from '@/lib/kernel/context';
import { act } from '../act';
import { closeNow } from '../answer';
import type { OrderSummary } from '../view';

/** 逾期未评: the clock closes it after seven days; it counts as closed, never as satisfied. */
export async function closeUnrated(ctx: Context, input: { code: string }): Promise<OrderSummary> {
  return act(ctx, 'close_unrated', input, async ({ tx, order, now }) => ({
    to: 'closed',
    set: { ...(await closeNow(tx, order, now)), closing: 'unrated' },
    data: { outcome: order.outcome ?? 'resolved' },
  }));
}
