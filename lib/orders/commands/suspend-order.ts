import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { addSuspension, moveSuspension } from '../ask-store';
import { suspendInput } from '../clock-input';
import { keepDue } from '../clock-store';
import { limitsOf, resumeDue } from '../clocks';
import { openSuspension } from '../queries/open-asks';
import { releaseClaim } from '../quota';
import { noteSuspension, refuseDay } from '../suspending';
import type { OrderSummary } from '../view';

/**
 * 挂起 by a second person (3.1): the finish stands still until the day that is named, and nothing else does. Reason and
 * day are told to the resident; with a plan it is 挂账 (3.4). What the handler asked for is answered by it. Until then it
 * is due on that day, so that it never falls silent.
 */
export async function suspendOrder(ctx: Context, raw: z.input<typeof suspendInput>): Promise<OrderSummary> {
  const input = parse(suspendInput, raw);
  return act(ctx, 'suspend', input, async ({ tx, order, now, calendar }) => {
    refuseDay(input.resumeOn, now);
    const { note, plan } = await noteSuspension(tx, order, { ...input, toResident: true, author: ctx.actor, at: now });
    const { finish } = limitsOf(await getItem(tx, order.itemCode), order.urgency);
    const { resumeOn } = input;
    const due = resumeDue(resumeOn, finish, order.urgency, await calendar());
    await keepDue(tx, order, 'suspension', now, due);
    const said = { state: 'running', resumeOn, noteId: note, planId: plan } as const;
    const asked = await openSuspension(tx, order.id, 'open');
    if (asked) await moveSuspension(tx, asked, { ...said, decidedBy: actorKey(ctx.actor), decidedAt: now });
    const suspension =
      asked?.id ??
      (await addSuspension(tx, { ...said, orderId: order.id, seq: order.lastSeq + 1, by: ctx.actor, at: now }));
    // A volunteer has the hand free meanwhile.
    await releaseClaim(tx, order);
    return {
      to: 'suspended',
      set: { suspendedAt: now, resumeAt: due.at, suspensionAskedAt: null, dueAt: due.at },
      data: { suspension, note, ...(plan ? { plan } : {}), resumeOn, resumeAt: due.at },
    };
  });
}
