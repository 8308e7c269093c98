import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { decideExtension } from '../ask-store';
import { grantExtensionInput } from '../clock-input';
import { extend } from '../clock-store';
import { openExtension } from '../queries/open-asks';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/**
 * 准予延期 (3.4): the first by the dispatcher, the second by the street; all that was asked for, or fewer days. The finish
 * moves by working days, and the resident reads from when to when, and why. The words go to the resident.
 * @throws invalid `order.extension_days`
 */
export async function grantExtension(ctx: Context, raw: z.input<typeof grantExtensionInput>): Promise<OrderSummary> {
  const input = parse(grantExtensionInput, raw);
  return act(ctx, 'grant_extension', input, async ({ tx, order, now, calendar }) => {
    const asked = await openExtension(tx, order.id);
    const { finishBy: wasFinishBy } = order;
    if (!asked || wasFinishBy === null) throw new DomainError('rule', 'order.extension_none');
    const days = input.days ?? asked.days;
    if (days > asked.days) {
      const issue = { reason: 'order.extension_days', message: 'days', params: { limit: asked.days } };
      throw new DomainError('invalid', issue.reason, { params: issue.params, issues: [{ path: 'days', ...issue }] });
    }
    const note = input.words
      ? await addNote(tx, order, {
          author: ctx.actor,
          byRequester: false,
          toResident: true,
          words: input.words,
          at: now,
        })
      : null;
    const { at: finishBy } = await extend(tx, { ...order, finishBy: wasFinishBy }, days, now, await calendar());
    const came = { state: 'granted', grantedDays: days, answerId: note, wasFinishBy, finishBy } as const;
    await decideExtension(tx, asked, { ...came, by: ctx.actor, at: now });
    const { no, reason } = asked;
    return {
      to: order.status,
      set: { extensionAskedAt: null, extensionCount: no, finishBy, dueAt: finishBy },
      data: { extension: asked.id, no, reason, days, wasFinishBy, finishBy, ...(note ? { note } : {}) },
    };
  });
}
