import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { admitHandler, handOver } from '../handover';
import { endAssignment, endOffer } from '../hold-store';
import { reassignInput } from '../input';
import { openOffer } from '../offering';
import { releaseClaim } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** 改派: to another handler, or to volunteers; accept restarts, finish does not (3.2). */
export async function reassignOrder(ctx: Context, raw: z.input<typeof reassignInput>): Promise<OrderSummary> {
  const input = parse(reassignInput, raw);
  return act(ctx, 'reassign', input, async ({ tx, order, now, calendar }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.reason,
      at: now,
    });
    await endOffer(tx, order.id, 'reassign', now);
    await endAssignment(tx, order.id, 'reassign', now);
    await releaseClaim(tx, order);
    if (input.offer) {
      if (order.sealed) throw new DomainError('rule', 'order.sealed_not_offered');
      const offered = await openOffer(ctx, tx, order, input.offer, now, await calendar());
      return {
        to: 'offered',
        set: offered.set,
        data: { offer: offered.data.offer, acceptBy: offered.data.acceptBy, note },
      };
    }
    if (!input.handler) throw new DomainError('invalid', 'order.handler_unknown');
    const handler = await admitHandler(tx, order, input.handler, now, input.reason);
    const { set, finishBy: _, ...handed } = await handOver(tx, order, handler, now, await calendar());
    return { to: 'assigned', set, data: { ...handed, note } };
  });
}
