import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { findHandler } from '@/lib/people/queries/find-handler';
import { act } from '../act';
import { signAssignment } from '../hold-store';
import { plainActionInput } from '../input';
import { addParts } from '../store';
import type { OrderSummary } from '../view';

/** 签收: a unit holds the order through the person who signs; all its members then count as handlers (3.1.1). */
export async function signOrder(ctx: Context, raw: z.input<typeof plainActionInput>): Promise<OrderSummary> {
  const input = parse(plainActionInput, raw);
  return act(ctx, 'sign', input, async ({ tx, order, now }) => {
    if (ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.not_for_you.sign');
    const { personId } = ctx.actor;
    const unit = order.assigneeUnit ? await findHandler(tx, { unit: order.assigneeUnit }, shanghaiDate(now)) : null;
    await addParts(tx, order.id, 'handled', [personId, ...(unit?.members ?? [])], now);
    const assignment = await signAssignment(tx, order.id, now);
    return {
      to: 'in_progress',
      set: { assigneePerson: personId, acceptedAt: now, dueAt: order.finishBy ?? order.dueAt },
      data: { assignment },
    };
  });
}
