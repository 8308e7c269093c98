import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { dispatchAnew, unheld } from '../comeback';
import { endAssignment, endOffer } from '../hold-store';
import { reasonInput } from '../input';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** The dispatcher takes an order back that nobody has begun. */
export async function recallOrder(ctx: Context, raw: z.input<typeof reasonInput>): Promise<OrderSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, 'recall', input, async ({ tx, order, now, calendar }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.reason,
      at: now,
    });
    await endOffer(tx, order.id, 'recall', now);
    await endAssignment(tx, order.id, 'recall', now);
    return {
      to: 'submitted',
      set: { ...unheld, comeback: 'recalled', ...(await dispatchAnew(tx, order, now, await calendar())) },
      data: { note },
    };
  });
}
