import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addSuspension } from '../ask-store';
import { askSuspensionInput } from '../clock-input';
import { conditions } from '../conditions';
import { orderFacts } from '../facts';
import { noteSuspension, refuseDay } from '../suspending';
import type { OrderSummary } from '../view';

/**
 * 申请挂起: the handler says why and until when, and somebody else decides. It is a note, which moves no clock and no
 * state (3.1); the order keeps that it was asked.
 * @throws forbidden `order.not_for_you.ask_suspension` · conflict `order.not_in_state` · rule `order.suspension_open`,
 *   `order.suspend_u1` · invalid `order.resume_day`
 */
export async function askSuspension(ctx: Context, raw: z.input<typeof askSuspensionInput>): Promise<OrderSummary> {
  const input = parse(askSuspensionInput, raw);
  return act(ctx, 'note', input, async ({ tx, order, now, standing }) => {
    if (!standing.relations.has('assignee')) throw new DomainError('forbidden', 'order.not_for_you.ask_suspension');
    if (order.status !== 'in_progress') {
      throw new DomainError('conflict', 'order.not_in_state', { version: order.version });
    }
    const refused = conditions.suspendable(orderFacts(order, now, ctx.actor));
    if (refused) throw new DomainError('rule', refused);
    if (order.suspensionAskedAt !== null) throw new DomainError('rule', 'order.suspension_open');
    refuseDay(input.resumeOn, now);
    const { note, plan } = await noteSuspension(tx, order, {
      ...input,
      toResident: false,
      author: ctx.actor,
      at: now,
    });
    const { resumeOn } = input;
    const kept = { orderId: order.id, seq: order.lastSeq + 1, state: 'open', resumeOn, noteId: note } as const;
    await addSuspension(tx, { ...kept, planId: plan, by: ctx.actor, at: now });
    return {
      to: order.status,
      set: { suspensionAskedAt: now },
      data: { note, toResident: false, photos: [], suspension: 'asked' },
    };
  });
}
