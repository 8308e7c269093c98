import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { decideExtension } from '../ask-store';
import { refuseExtensionInput } from '../clock-input';
import { openExtension } from '../queries/open-asks';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** 不准延期 (3.4): nothing moves, and the handler reads why. */
export async function refuseExtension(ctx: Context, raw: z.input<typeof refuseExtensionInput>): Promise<OrderSummary> {
  const input = parse(refuseExtensionInput, raw);
  return act(ctx, 'refuse_extension', input, async ({ tx, order, now }) => {
    const asked = await openExtension(tx, order.id);
    if (!asked) throw new DomainError('rule', 'order.extension_none');
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: input.reason,
      at: now,
    });
    await decideExtension(tx, asked, { state: 'refused', answerId: note, by: ctx.actor, at: now });
    return {
      to: order.status,
      set: { extensionAskedAt: null },
      data: { extension: asked.id, no: asked.no, note },
    };
  });
}
