import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { offerInput } from '../input';
import { openOffer } from '../offering';
import type { OrderSummary } from '../view';

/** 邀单: puts the order into the pool of matching volunteers, who may decline freely; nobody is ordered. */
export async function offerOrder(ctx: Context, raw: z.input<typeof offerInput>): Promise<OrderSummary> {
  const input = parse(offerInput, raw);
  return act(ctx, 'offer', input, async ({ tx, order, now, calendar }) => {
    const offered = await openOffer(ctx, tx, order, input, now, await calendar());
    return {
      to: 'offered',
      set: { ...offered.set, intakeAt: order.intakeAt ?? now },
      data: offered.data,
    };
  });
}
