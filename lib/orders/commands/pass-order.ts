import type { z } from 'zod';
import { ratingWindowEnd } from '@/lib/calendar/windows';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { callBackAgain, closeNow, isDrawn } from '../answer';
import { addClock } from '../clock-store';
import { missingOf } from '../evidence';
import { refuseHeld } from '../held';
import { passInput } from '../input';
import { verifyingOrg } from '../policy';
import { addNote, addParts } from '../store';
import type { OrderSummary } from '../view';

/**
 * 验单通过: a missing piece needs a waiver of ten characters or more. Who may not is in the workflow table (`never`). What was
 * done anew is called back by somebody else, whatever is said of it meanwhile.
 */
export async function passOrder(ctx: Context, raw: z.input<typeof passInput>): Promise<OrderSummary> {
  const input = parse(passInput, raw);
  return act(ctx, 'pass', input, async ({ tx, order, now, calendar }) => {
    if (ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.not_for_you.pass');
    await refuseHeld(tx, order.id);
    const missing = await missingOf(tx, order);
    if (missing.length > 0 && !input.waiver) {
      throw new DomainError('rule', 'order.waiver_needed', { params: { kinds: missing.map((m) => m.kind).join(' ') } });
    }
    const note = input.waiver
      ? await addNote(tx, order, {
          author: ctx.actor,
          byRequester: false,
          toResident: false,
          words: input.waiver,
          at: now,
        })
      : undefined;
    await addParts(tx, order.id, 'verified', [ctx.actor.personId], now);
    if (order.childOf !== null) {
      return {
        to: 'closed',
        set: { ...(await closeNow(tx, order, now)), verifiedAt: now },
        data: { org: verifyingOrg(ctx.actor), waived: missing.map((m) => m.kind), ...(note ? { note } : {}) },
      };
    }
    const ratingUntil = ratingWindowEnd(now);
    await addClock(tx, order.id, order.lastSeq + 1, { kind: 'rating', startedAt: now, dueAt: ratingUntil, why: [] });
    const callback = await callBackAgain(tx, order, now, calendar);
    return {
      to: 'awaiting_rating',
      set: { verifiedAt: now, ratingUntil, dueAt: ratingUntil, sampledAt: isDrawn(order) ? now : null, ...callback },
      data: {
        org: verifyingOrg(ctx.actor),
        waived: missing.map((m) => m.kind),
        ratingUntil,
        ...callback,
        ...(note ? { note } : {}),
      },
    };
  });
}
