import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { moveSuspension } from '../ask-store';
import { resumeInput } from '../clock-input';
import { goOn } from '../clock-store';
import { limitsOf } from '../clocks';
import { takeQuota } from '../counter-store';
import { openSuspension } from '../queries/open-asks';
import { claimQuotaKey } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/**
 * 解挂 by hand, or by the clock on the day that was named: the finish, and a milestone still to be met, move by the time
 * that the order lay, on their own clocks (3.2). Counted up to that day also where the clock, or whoever is before it, comes
 * later: a machine that stood still moves no promise.
 */
export async function resumeOrder(
  ctx: Context,
  raw: z.input<typeof resumeInput> | { code: string },
): Promise<OrderSummary> {
  const byClock = ctx.actor.kind === 'system';
  const input: { code: string; words?: string } = byClock ? { code: raw.code } : parse(resumeInput, raw);
  return act(ctx, 'resume', input, async ({ tx, order, now, calendar }) => {
    const running = await openSuspension(tx, order.id);
    if (!running || order.suspendedAt === null) throw new Error('a suspended order has no suspension');
    const until = Math.min(now, order.resumeAt ?? now);
    const limits = limitsOf(await getItem(tx, order.itemCode), order.urgency);
    const lay = { from: order.suspendedAt, to: until, with: 'suspension' } as const;
    const moved = await goOn(tx, order, limits, lay, await calendar());
    const words = { author: ctx.actor, byRequester: false, toResident: true, at: now };
    const note = input.words ? await addNote(tx, order, { ...words, words: input.words }) : null;
    await moveSuspension(tx, running, { state: 'over', endedBy: actorKey(ctx.actor), endedAt: until });
    // The volunteer holds it again, also as a fourth: the work was theirs already.
    if (order.holderKind === 'volunteer' && order.assigneePerson) {
      await takeQuota(tx, claimQuotaKey(order.assigneePerson));
    }
    const finishBy = moved.finishBy ?? order.finishBy ?? until;
    return {
      to: 'in_progress',
      set: { ...moved, suspendedAt: null, resumeAt: null, dueAt: finishBy },
      data: {
        suspension: running.id,
        until,
        wasFinishBy: order.finishBy ?? finishBy,
        finishBy,
        ...(note ? { note } : {}),
      },
    };
  });
}
