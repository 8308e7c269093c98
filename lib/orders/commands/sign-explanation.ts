import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addNote } from '../store';
import { signExplanationInput } from '../street-input';
import type { OrderSummary } from '../view';

/**
 * 签字: the secretary puts their name under an explanation that is to end what was reopened twice (journey 7.5). It is a
 * note, which moves no clock and no state (3.1); without it the check does not pass. Whoever handled it signs nothing.
 * @throws forbidden `order.not_for_you.sign_explanation`, `order.barred.handled` · conflict `order.not_in_state`
 */
export async function signExplanation(ctx: Context, raw: z.input<typeof signExplanationInput>): Promise<OrderSummary> {
  const input = parse(signExplanationInput, raw);
  return act(ctx, 'note', input, async ({ tx, order, now, standing }) => {
    if (!standing.relations.has('secretary')) throw new DomainError('forbidden', 'order.not_for_you.sign_explanation');
    if (standing.relations.has('handled')) throw new DomainError('forbidden', 'order.barred.handled');
    const wanted = order.status === 'awaiting_verification' && order.outcome === 'explained' && order.reopenCount >= 2;
    if (!wanted || order.explainedSignedAt !== null) {
      throw new DomainError('conflict', 'order.not_in_state', { version: order.version });
    }
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.words,
      at: now,
    });
    return {
      to: order.status,
      set: { explainedSignedAt: now },
      data: { note, toResident: false, photos: [], signs: 'explained' },
    };
  });
}
