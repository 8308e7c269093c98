import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { answerClosing, callBackSoon } from '../answer';
import { lowStars, rateInput } from '../input';
import { takePhotos } from '../photos';
import { addPhotos, addRating } from '../store';
import type { OrderSummary } from '../view';

/**
 * 评单 by the requester. "Not solved" reopens the order under its old number; one or two stars that close are followed
 * by a call within a working day (3.1.3), unless no name was left.
 */
export async function rateOrder(ctx: Context, raw: z.input<typeof rateInput>): Promise<OrderSummary> {
  const input = parse(rateInput, raw);
  return act(ctx, 'rate', input, async ({ tx, order, now, calendar }) => {
    const seq = order.lastSeq + 1;
    const photos = await takePhotos(tx, order.id, input.photos);
    await addPhotos(tx, order.id, seq, 'requester', photos, now);
    const rating = await addRating(tx, {
      orderId: order.id,
      seq,
      closingNo: order.reopenCount,
      via: 'requester',
      reached: true,
      solved: input.solved,
      stars: input.stars,
      reason: input.reason ?? null,
      words: input.words ?? null,
      at: now,
    });
    const cal = await calendar();
    const { to, set, reopened } = await answerClosing(tx, order, { solved: input.solved, closing: 'rated' }, now, cal);
    // Nobody may call who left no name (3.1.4), so no call is due.
    const low = reopened === null && input.stars <= lowStars && !order.anonymous;
    // A call that is due already, because it was done anew, is not put off.
    const callback = low && order.callbackBy === null ? { callbackBy: await callBackSoon(tx, order, now, cal) } : {};
    return {
      to,
      set: { ...set, ...callback, ...(input.doorAgreed === undefined ? {} : { doorAgreed: input.doorAgreed }) },
      data: {
        rating,
        solved: input.solved,
        stars: input.stars,
        reopened: reopened !== null,
        late: order.status === 'closed',
        ...callback,
        ...(input.reason ? { reason: input.reason } : {}),
      },
    };
  });
}
