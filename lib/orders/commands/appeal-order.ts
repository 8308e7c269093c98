import type { z } from 'zod';
import { dispatchDue } from '@/lib/calendar/due';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addClock } from '../clock-store';
import { reasonInput } from '../input';
import { recountRequester } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** Against a decline, once: the street looks at it. */
export async function appealOrder(ctx: Context, raw: z.input<typeof reasonInput>): Promise<OrderSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, 'appeal', input, async ({ tx, order, now, calendar }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: true,
      toResident: true,
      words: input.reason,
      at: now,
    });
    await recountRequester(tx, order);
    const due = dispatchDue(order.urgency, now, await calendar());
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'dispatch',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    return {
      to: 'submitted',
      set: {
        level: 'street',
        comeback: 'appealed',
        appealed: true,
        closedAt: null,
        reopenUntil: null,
        dispatchBy: due.at,
        dueAt: due.at,
      },
      data: { note },
    };
  });
}
