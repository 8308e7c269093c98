import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { plainActionInput } from '../input';
import type { OrderSummary } from '../view';

/** 催办: counted, once a day; the handler and the dispatcher are told. */
export async function nudgeOrder(ctx: Context, raw: z.input<typeof plainActionInput>): Promise<OrderSummary> {
  const input = parse(plainActionInput, raw);
  return act(ctx, 'nudge', input, async ({ order, now }) => ({
    to: order.status,
    set: { nudgeCount: order.nudgeCount + 1, nudgedOn: shanghaiDate(now) },
    data: { count: order.nudgeCount + 1 },
  }));
}
