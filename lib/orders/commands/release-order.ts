import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { reasonInput } from '../input';
import { offerScopeOf } from '../offer-scope';
import { openOffer } from '../offering';
import { isLateRelease, noteLateRelease, releaseClaim } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/**
 * 让单: a volunteer who cannot come says so in time (志愿服务条例 22); back into the same pool, nothing lost. Late ones
 * are kept apart: after two of them the next claim waits a day (3.11).
 */
export async function releaseOrder(ctx: Context, raw: z.input<typeof reasonInput>): Promise<OrderSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, 'release', input, async ({ tx, order, now, calendar }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.reason,
      at: now,
    });
    await releaseClaim(tx, order);
    if (order.assigneePerson && isLateRelease(order, now)) await noteLateRelease(tx, order, order.assigneePerson, now);
    const offered = await openOffer(ctx, tx, order, await offerScopeOf(tx, order), now, await calendar());
    return { to: 'offered', set: offered.set, data: { note } };
  });
}
