import type { Context } from '@/lib/kernel/context';
import { act } from '../act';
import { closeNow } from '../answer';
import type { OrderSummary } from '../view';

/** 未补充: nobody answered the question for three working days; may be reopened like any closed order. */
export async function closeNoInfo(ctx: Context, input: { code: string }): Promise<OrderSummary> {
  return act(ctx, 'close_no_info', input, async ({ tx, order, now }) => ({
    to: 'closed',
    set: { ...(await closeNow(tx, order, now)), outcome: 'no_info', closing: 'no_info', needInfoUntil: null },
    data: {},
  }));
}
