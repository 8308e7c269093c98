import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { mergeInput } from '../input';
import { admitMain, joinMain } from '../merging';
import type { OrderSummary } from '../view';

/**
 * 并单: the order follows `main` from now on, with its own reporter, notices and rating (3.8). Nothing rings: a main order
 * follows nobody, and what has others joined to it is nobody's part.
 * @throws not_found `order.main_not_found` · rule `order.merge_itself`, `order.main_is_merged`, `order.main_finished`,
 *   `order.has_joined`, `order.other_community`, `order.sealed_not_merged`, `order.about_not_merged`
 */
export async function mergeOrder(ctx: Context, raw: z.input<typeof mergeInput>): Promise<OrderSummary> {
  const input = parse(mergeInput, raw);
  return act(ctx, 'merge', input, async ({ tx, order, now }) => {
    const main = await admitMain(ctx, tx, order, input.main, now);
    return joinMain(tx, order, main, now);
  });
}
