import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { presenceInput } from '../input';
import { readPresence } from '../presence';
import type { OrderSummary } from '../view';

/** 离场: the other end of the time on site; service hours come of both. */
export async function leaveOrder(ctx: Context, raw: z.input<typeof presenceInput>): Promise<OrderSummary> {
  const input = parse(presenceInput, raw);
  return act(ctx, 'leave', input, async ({ tx, order, now }) => ({
    to: order.status,
    data: await readPresence(ctx, tx, order, input, now),
  }));
}
