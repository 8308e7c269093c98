import type { z } from 'zod';
import { appealWindowEnd } from '@/lib/calendar/windows';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { noDue } from '../clocks';
import { declineInput } from '../input';
import { releaseRequester } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';
import { lacksOf } from '../weak-reply';

/** 不予受理, with the legal reason (北京条例 11) and the right place to go; may be appealed once, for 30 days. */
export async function declineOrder(ctx: Context, raw: z.input<typeof declineInput>): Promise<OrderSummary> {
  const input = parse(declineInput, raw);
  return act(ctx, 'decline', input, async ({ tx, order, now }) => {
    const tell = (words: string) =>
      addNote(tx, order, { author: ctx.actor, byRequester: false, toResident: true, words, at: now });
    const lacks = await lacksOf(tx, order, input);
    const note = await tell(input.words);
    const rightPlace = input.rightPlace ? await tell(input.rightPlace) : null;
    await releaseRequester(tx, order);
    return {
      to: 'declined',
      set: { closedAt: now, reopenUntil: appealWindowEnd(now), dueAt: noDue, intakeAt: order.intakeAt ?? now },
      data: { reason: input.reason, note, ...(rightPlace ? { rightPlace } : {}), ...lacks },
    };
  });
}
