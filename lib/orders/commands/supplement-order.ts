import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { dispatchAnew, promiseAnew } from '../comeback';
import { supplementInput } from '../input';
import { takePhotos } from '../photos';
import { addNote, addPhotos } from '../store';
import type { OrderSummary } from '../view';

/** The requester answers; the order goes back to the dispatcher with a fresh dispatch limit. */
export async function supplementOrder(ctx: Context, raw: z.input<typeof supplementInput>): Promise<OrderSummary> {
  const input = parse(supplementInput, raw);
  return act(ctx, 'supplement', input, async ({ tx, order, now, calendar }) => {
    const photos = await takePhotos(tx, order.id, input.photos);
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: true,
      toResident: true,
      words: input.words,
      at: now,
    });
    await addPhotos(tx, order.id, order.lastSeq + 1, 'requester', photos, now);
    const cal = await calendar();
    const untouched = order.dispatchedAt === null && order.reopenCount === 0;
    return {
      to: 'submitted',
      set: {
        ...(input.doorAgreed === undefined ? {} : { doorAgreed: input.doorAgreed }),
        comeback: 'supplemented',
        needInfoUntil: null,
        ...(untouched ? await promiseAnew(tx, order, now, cal) : {}),
        ...(await dispatchAnew(tx, order, now, cal)),
      },
      data: { note, photos: photos.map((p) => p.id) },
    };
  });
}
