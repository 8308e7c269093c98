import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { presenceInput } from '../input';
import { readPresence } from '../presence';
import type { OrderSummary } from '../view';

/** 到场: first contact if there was none, and the milestone where the item has one (`safe` only with a photo, 3.2). */
export async function arriveAtOrder(ctx: Context, raw: z.input<typeof presenceInput>): Promise<OrderSummary> {
  const input = parse(presenceInput, raw);
  return act(ctx, 'arrive', input, async ({ tx, order, now }) => {
    const data = await readPresence(ctx, tx, order, input, now);
    const meets = order.milestoneKind !== null && (order.milestoneKind !== 'safe' || data.photos.length > 0);
    return {
      to: order.status,
      set: {
        contactedAt: order.contactedAt ?? now,
        ...(meets ? { milestoneMetAt: order.milestoneMetAt ?? now } : {}),
      },
      data,
    };
  });
}
