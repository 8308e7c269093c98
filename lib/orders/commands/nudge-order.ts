import type { z } from 'zod';
import { workingDateOf } from '@/lib/calendar/working-time';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { plainActionInput } from '../input';
import type { OrderSummary } from '../view';

/**
 * 催办: counted, once a working day; the handler and the dispatcher are told. After work, at weekends and on holidays it
 * counts to the next working day, on which somebody can act on it.
 */
export async function nudgeOrder(ctx: Context, raw: z.input<typeof plainActionInput>): Promise<OrderSummary> {
  const input = parse(plainActionInput, raw);
  return act(ctx, 'nudge', input, async ({ order, now, calendar }) => ({
    to: order.status,
    set: { nudgeCount: order.nudgeCount + 1, nudgedOn: workingDateOf(now, await calendar()) },
    data: { count: order.nudgeCount + 1 },
  }));
}
