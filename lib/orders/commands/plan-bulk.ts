import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { addBulk } from '../bulk-store';
import { bulkInput } from '../input';

/**
 * Writes down which orders are to be dispatched at once, before any of them is: what is cut off goes on from there
 * (`runBulk`). `id` is made with the form, so that sending it twice is one bulk. Rights are asked order by order.
 */
export async function planBulk(ctx: Context, raw: z.input<typeof bulkInput>): Promise<{ id: string }> {
  const { id, handler, orders } = parse(bulkInput, raw);
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const { personId } = ctx.actor;
  const chosen = new Map(orders.map((order) => [order.code, order.version]));
  await ctx.transaction((tx) =>
    addBulk(
      tx,
      { id, personId, handler: handler ?? null, createdAt: ctx.now() },
      [...chosen].map(([code, version], place) => ({ bulkId: id, code, version, place, state: 'waiting' as const })),
    ),
  );
  return { id };
}
