import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { dispatchAnew, promiseAnew, undispatched } from '../comeback';
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
    const cal = await calendar();
    return {
      to: 'submitted',
      set: {
        level: 'street',
        comeback: 'appealed',
        appealed: true,
        closedAt: null,
        reopenUntil: null,
        ...undispatched,
        ...(order.reopenCount === 0 ? await promiseAnew(tx, order, now, cal) : {}),
        ...(await dispatchAnew(tx, order, now, cal)),
      },
      data: { note },
    };
  });
}
