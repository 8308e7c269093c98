import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { ordersByCode } from '@/lib/orders/queries/orders-by-code';
import { act } from '../act';
import { sourcesInput } from '../input';
import { addSources as keep, move } from '../store';
import type { DeliberationSummary } from '../view';

/** Orders that the case answers too; who sent them is told of every step from now on. */
export async function addSources(ctx: Context, raw: z.input<typeof sourcesInput>): Promise<DeliberationSummary> {
  const input = parse(sourcesInput, raw);
  return act(ctx, 'add_source', input, async ({ tx, row, permit, now }) => {
    const sources = await ordersByCode(tx, row.communityCode, input.orders);
    await keep(
      tx,
      row.id,
      sources.map((order) => order.id),
    );
    return move(tx, row, permit, { data: { orders: sources.map((order) => order.code) }, actor: ctx.actor, at: now });
  });
}
