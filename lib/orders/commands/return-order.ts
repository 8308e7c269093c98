import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { dispatchAnew, unheld } from '../comeback';
import { endAssignment } from '../hold-store';
import { returnInput } from '../input';
import { addNote, addParts } from '../store';
import type { OrderSummary } from '../view';

/** 退单 by a staff handler: reason of the closed list, basis, better owner (3.3). A declared tie (R8) stays declared. */
export async function returnOrder(ctx: Context, raw: z.input<typeof returnInput>): Promise<OrderSummary> {
  const input = parse(returnInput, raw);
  return act(
    ctx,
    'return',
    input,
    async ({ tx, order, now, calendar }) => {
      const tell = (words: string) =>
        addNote(tx, order, { author: ctx.actor, byRequester: false, toResident: false, words, at: now });
      const note = await tell(input.basis);
      const betterOwner = input.betterOwner ? await tell(input.betterOwner) : null;
      await endAssignment(tx, order.id, 'return', now);
      if (input.reason === 'R8' && ctx.actor.kind === 'person') {
        await addParts(tx, order.id, 'declared_tie', [ctx.actor.personId], now);
      }
      const dispatch = await dispatchAnew(tx, order, now, await calendar());
      const count = order.returnCount + 1;
      return {
        to: 'submitted',
        set: { ...unheld, comeback: 'returned', returnCount: count, ...dispatch },
        data: { reason: input.reason, note, count, ...(betterOwner ? { betterOwner } : {}) },
      };
    },
    { returnReason: input.reason },
  );
}
