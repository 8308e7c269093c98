import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { findOrderById } from '../facts';
import { plainActionInput } from '../input';
import { goBack } from '../joined';
import type { OrderSummary } from '../view';

/**
 * 撤销并单: the order goes on by itself from the state it came from, its times unmoved (3.1). Also while the main order is
 * being answered or closed, until its own requester has answered or may no longer.
 * @throws rule `order.answered_with_main`, `order.unmerge_too_late` · conflict `order.stale`
 */
export async function unmergeOrder(ctx: Context, raw: z.input<typeof plainActionInput>): Promise<OrderSummary> {
  const input = parse(plainActionInput, raw);
  return act(ctx, 'unmerge', input, async ({ tx, order }) => {
    const main = order.mergedInto === null ? undefined : await findOrderById(tx, order.mergedInto);
    if (!main) throw new Error('a merged order has no main order');
    const { to, set } = await goBack(tx, order);
    return { to, set, data: { main: main.code } };
  });
}
