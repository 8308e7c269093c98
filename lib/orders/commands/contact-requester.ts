import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { contactInput } from '../input';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** The handler spoke to the requester, or tried to; inside the accept limit it counts for the response rate. */
export async function contactRequester(ctx: Context, raw: z.input<typeof contactInput>): Promise<OrderSummary> {
  const input = parse(contactInput, raw);
  return act(ctx, 'contact', input, async ({ tx, order, now }) => {
    const note = input.words
      ? await addNote(tx, order, {
          author: ctx.actor,
          byRequester: false,
          toResident: false,
          words: input.words,
          at: now,
        })
      : undefined;
    return {
      to: order.status,
      set: { contactedAt: order.contactedAt ?? now },
      data: { how: input.how, reached: input.reached, ...(note ? { note } : {}) },
    };
  });
}
