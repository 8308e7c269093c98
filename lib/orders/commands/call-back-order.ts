import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context, Reader } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { answerClosing } from '../answer';
import { callbackInput } from '../input';
import { addRating } from '../store';
import { orderRating } from '../tables';
import type { OrderSummary } from '../view';

/**
 * 回访 and 代评 by somebody who neither handled, verified nor typed the order. A call that reaches nobody is counted and
 * leaves the state; three tries on two days or more are noted as 无法回访, and the window runs on (3.1.3).
 */
export async function callBackOrder(ctx: Context, raw: z.input<typeof callbackInput>): Promise<OrderSummary> {
  const input = parse(callbackInput, raw);
  return act(ctx, 'callback', input, async ({ tx, order, now, calendar }) => {
    const rating = await addRating(tx, {
      orderId: order.id,
      seq: order.lastSeq + 1,
      closingNo: order.reopenCount,
      via: input.via,
      reached: input.reached,
      contactedInTime: input.contactedInTime ?? null,
      solved: input.reached ? (input.solved ?? null) : null,
      stars: input.reached ? (input.stars ?? null) : null,
      words: input.words,
      at: now,
    });
    const heard = input.reached && input.solved && input.stars ? { solved: input.solved, stars: input.stars } : null;
    if (!heard) {
      const unreachable = await isUnreachable(tx, order.id, order.reopenCount);
      const set = unreachable ? { callbackBy: null, unreachableAt: order.unreachableAt ?? now } : {};
      return {
        to: order.status,
        set,
        data: { rating, via: input.via, reached: false, reopened: false, unreachable },
      };
    }
    const answered = await answerClosing(
      tx,
      order,
      { solved: heard.solved, closing: 'callback' },
      now,
      await calendar(),
    );
    return {
      to: answered.to,
      set: answered.set,
      data: {
        rating,
        via: input.via,
        reached: true,
        ...heard,
        reopened: answered.reopened !== null,
        unreachable: false,
      },
    };
  });
}

async function isUnreachable(db: Reader, orderId: string, closingNo: number): Promise<boolean> {
  const tries = await db
    .select({ at: orderRating.at })
    .from(orderRating)
    .where(and(eq(orderRating.orderId, orderId), eq(orderRating.closingNo, closingNo), eq(orderRating.reached, false)));
  return tries.length >= 3 && new Set(tries.map((t) => shanghaiDate(t.at))).size >= 2;
}
