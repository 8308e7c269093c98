import type { z } from 'zod';
import { minuteMs } from '@/lib/calendar/shanghai';
import { minutesPerWorkday, workingMsBetween } from '@/lib/calendar/working-time';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addExtension } from '../ask-store';
import { askExtensionInput } from '../clock-input';
import { extensionDays } from '../status';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/**
 * 申请延期 (3.4): at least one working day before it is due, for a reason of the list, at most five working days the first
 * time and ten the second. Nothing moves before somebody else has granted it.
 * @throws rule `order.extension_too_late` · invalid `order.extension_days`
 */
export async function askExtension(ctx: Context, raw: z.input<typeof askExtensionInput>): Promise<OrderSummary> {
  const input = parse(askExtensionInput, raw);
  return act(ctx, 'ask_extension', input, async ({ tx, order, now, calendar }) => {
    const left = workingMsBetween(now, order.finishBy ?? now, await calendar());
    if (left < minutesPerWorkday * minuteMs) throw new DomainError('rule', 'order.extension_too_late');
    const limit = extensionDays[order.extensionCount] ?? 0;
    if (input.days > limit) {
      const issue = { reason: 'order.extension_days', message: 'days', params: { limit } };
      throw new DomainError('invalid', issue.reason, { params: issue.params, issues: [{ path: 'days', ...issue }] });
    }
    const note = input.words
      ? await addNote(tx, order, {
          author: ctx.actor,
          byRequester: false,
          toResident: false,
          words: input.words,
          at: now,
        })
      : null;
    const no = order.extensionCount + 1;
    const { reason, days } = input;
    const extension = await addExtension(tx, {
      orderId: order.id,
      seq: order.lastSeq + 1,
      no,
      reason,
      days,
      noteId: note,
      askedAt: now,
      by: ctx.actor,
    });
    return {
      to: order.status,
      set: { extensionAskedAt: now },
      data: { extension, no, reason, days, ...(note ? { note } : {}) },
    };
  });
}
