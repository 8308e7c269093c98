import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { admitHandler, handOver, loadRoute } from '../handover';
import { endOffer } from '../hold-store';
import { assignInput } from '../input';
import { coHandlersOf } from '../route';
import { addNote } from '../store';
import type { OrderSummary } from '../view';

/** 指派: a paid grid worker, firm or department must sign or return with a reason. After the third return it is final. */
export async function assignOrder(ctx: Context, raw: z.input<typeof assignInput>): Promise<OrderSummary> {
  const input = parse(assignInput, raw);
  return act(ctx, 'assign', input, async ({ tx, order, now, calendar }) => {
    const handler = await admitHandler(tx, order, input.handler, now, input.reason);
    const note = input.reason
      ? await addNote(tx, order, {
          author: ctx.actor,
          byRequester: false,
          toResident: false,
          words: input.reason,
          at: now,
        })
      : undefined;
    if (order.status === 'offered') await endOffer(tx, order.id, 'assign', now);
    const { set, ...handed } = await handOver(tx, order, handler, now, await calendar());
    const coHandlers = coHandlersOf(await loadRoute(tx, order.itemCode, order.cellCode), handler);
    return {
      to: 'assigned',
      set: { ...set, coHandlers, intakeAt: order.intakeAt ?? now },
      data: { ...handed, with: coHandlers, ...(note ? { note } : {}) },
    };
  });
}
