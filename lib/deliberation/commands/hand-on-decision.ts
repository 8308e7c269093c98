import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { ordersByCode } from '@/lib/orders/queries/orders-by-code';
import { act } from '../act';
import { handOnInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * Says which orders a decision became, so that carrying it out can be followed. @throws not_found an order that is none
 * of the community's
 */
export async function handOnDecision(ctx: Context, raw: z.input<typeof handOnInput>): Promise<DeliberationSummary> {
  const input = parse(handOnInput, raw);
  return act(ctx, 'hand_on', input, async ({ tx, row, permit, now }) => {
    const orders = await ordersByCode(tx, row.communityCode, input.orders);
    return move(tx, row, permit, { data: { orders: orders.map((order) => order.code) }, actor: ctx.actor, at: now });
  });
}
