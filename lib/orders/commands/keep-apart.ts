import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { apartInput } from '../input';
import { addApart } from '../merge-store';
import { loadSeen } from '../queries/get-order';

/**
 * 不是同一件: somebody who dispatches both has looked, and the pair is not proposed again. Nothing of the orders changes.
 * @throws not_found `order.not_found` · forbidden `order.not_for_you.merge`
 */
export async function keepApart(ctx: Context, raw: z.input<typeof apartInput>): Promise<{ apart: true }> {
  const input = parse(apartInput, raw);
  const [one, other] = [await loadSeen(ctx, input.code), await loadSeen(ctx, input.other)];
  if (![one, other].every(({ standing }) => standing.relations.has('dispatcher'))) {
    throw new DomainError('forbidden', 'order.not_for_you.merge');
  }
  const now = ctx.now();
  await ctx.transaction((tx) => addApart(tx, [one.order.id, other.order.id], actorKey(ctx.actor), now));
  return { apart: true };
}
