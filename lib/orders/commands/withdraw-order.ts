import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { noDue } from '../clocks';
import { unheld } from '../comeback';
import { endAssignment, endOffer } from '../hold-store';
import { reasonInput } from '../input';
import { releaseRequester } from '../quota';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** 撤单 by the requester, before anybody began. */
export async function withdrawOrder(ctx: Context, raw: z.input<typeof reasonInput>): Promise<OrderSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, 'withdraw', input, async ({ tx, order, now }) => {
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: true,
      toResident: true,
      words: input.reason,
      at: now,
    });
    await endOffer(tx, order.id, 'withdraw', now);
    await endAssignment(tx, order.id, 'withdraw', now);
    await releaseRequester(tx, order);
    return { to: 'withdrawn', set: { ...unheld, closedAt: now, dueAt: noDue }, data: { note } };
  });
}
