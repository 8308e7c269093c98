import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act, refusalError } from '../act';
import { moveSuspension } from '../ask-store';
import { refuseSuspensionInput } from '../clock-input';
import { decide } from '../decide';
import { orderFacts } from '../facts';
import { openSuspension } from '../queries/open-asks';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/**
 * 不同意挂起, by who might have suspended it: the order goes on as it is, and the handler reads why. A note, as asking is.
 * @throws as `suspend` · rule `order.suspension_none`
 */
export async function refuseSuspension(
  ctx: Context,
  raw: z.input<typeof refuseSuspensionInput>,
): Promise<OrderSummary> {
  const input = parse(refuseSuspensionInput, raw);
  return act(ctx, 'note', input, async ({ tx, order, now, standing }) => {
    const decision = decide('suspend', orderFacts(order, now, ctx.actor), standing);
    if (!decision.ok) throw refusalError(decision.refusal, order.version);
    const asked = await openSuspension(tx, order.id, 'open');
    if (!asked) throw new DomainError('rule', 'order.suspension_none');
    const words = { author: ctx.actor, byRequester: false, toResident: false, words: input.reason, at: now };
    const note = await addNote(tx, order, words);
    await moveSuspension(tx, asked, {
      state: 'refused',
      answerId: note,
      decidedBy: actorKey(ctx.actor),
      decidedAt: now,
    });
    return {
      to: order.status,
      set: { suspensionAskedAt: null },
      data: { note, toResident: false, photos: [], suspension: 'refused' },
    };
  });
}
