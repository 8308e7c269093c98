import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addClock } from '../clock-store';
import { reopening } from '../comeback';
import { reasonInput } from '../input';
import { recountRequester } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** 重新办理: within 30 days, same number; from the second time on the street dispatches (3.1.2). */
export async function reopenOrder(ctx: Context, raw: z.input<typeof reasonInput>): Promise<OrderSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, 'reopen', input, async ({ tx, order, now, calendar }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: true,
      toResident: true,
      words: input.reason,
      at: now,
    });
    await recountRequester(tx, order);
    const { set, count, level, due } = reopening(order, now, await calendar());
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'dispatch',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    return { to: 'submitted', set, data: { note, count, level } };
  });
}
