import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { releaseInput } from '../input';
import { offerScopeOf } from '../offer-scope';
import { openOffer } from '../offering';
import { isLateRelease, noteLateRelease, releaseClaim } from '../quota';
import { addNote, addParts } from '../store';
import type { OrderSummary } from '../view';

/**
 * 让单: a volunteer who cannot come says so in time (志愿服务条例 22); back into the same pool, nothing lost. Late ones
 * are kept apart: after two of them the next claim waits a day (3.11). With `tie` it concerns them or their family (R8):
 * that is kept in the same step, so it never comes to them again.
 */
export async function releaseOrder(ctx: Context, raw: z.input<typeof releaseInput>): Promise<OrderSummary> {
  const input = parse(releaseInput, raw);
  return act(ctx, 'release', input, async ({ tx, order, now, calendar }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.reason,
      at: now,
    });
    if (input.tie && ctx.actor.kind === 'person') {
      await addParts(tx, order.id, 'declared_tie', [ctx.actor.personId], now);
      await writeAudit(tx, ctx, { action: 'order.tie_declared', subjectKind: 'order', subjectId: order.id });
    }
    await releaseClaim(tx, order);
    if (order.assigneePerson && isLateRelease(order, now)) await noteLateRelease(tx, order, order.assigneePerson, now);
    const offered = await openOffer(ctx, tx, order, await offerScopeOf(tx, order), now, await calendar());
    return { to: 'offered', set: offered.set, data: { note } };
  });
}
