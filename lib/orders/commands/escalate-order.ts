import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addNote } from '../store';
import { escalateInput } from '../street-input';
import type { OrderSummary } from '../view';

/**
 * 吹哨 (3.1): from the community to the street, which dispatches it from then on. No clock begins anew: what was promised
 * to the resident and by when it is to be dispatched stand as they were.
 * @throws rule `order.already_at_street`
 */
export async function escalateOrder(ctx: Context, raw: z.input<typeof escalateInput>): Promise<OrderSummary> {
  const input = parse(escalateInput, raw);
  return act(ctx, 'escalate', input, async ({ tx, order, now }) => {
    const keep = (words: string) =>
      addNote(tx, order, { author: ctx.actor, byRequester: false, toResident: false, words, at: now });
    const note = await keep(input.reason);
    const basis = input.rule ? await keep(input.rule) : null;
    return {
      to: 'submitted',
      set: { level: 'street', comeback: 'escalated', intakeAt: order.intakeAt ?? now },
      data: { note, ...(basis ? { basis } : {}), kind: input.kind, level: 'street' },
    };
  });
}
