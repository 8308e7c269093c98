import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { amendInput } from '../input';
import { takePhotos } from '../photos';
import { movePlace, needCell, resolvePlace } from '../place';
import { addPhotos } from '../store';
import type { OrderSummary } from '../view';

/** The requester sets their own report right: within ten minutes and before the intake. Limits stay as promised. */
export async function amendOrder(ctx: Context, raw: z.input<typeof amendInput>): Promise<OrderSummary> {
  const input = parse(amendInput, raw);
  const place = input.place ? needCell(await resolvePlace(ctx, input.place)) : null;
  return act(ctx, 'amend', input, async ({ tx, order, now }) => {
    const photos = await takePhotos(tx, order.id, input.photos);
    await addPhotos(tx, order.id, order.lastSeq + 1, 'requester', photos, now);
    const fields = [
      ...(input.words ? ['words'] : []),
      ...(place ? ['place'] : []),
      ...(photos.length > 0 ? ['photos'] : []),
    ];
    return {
      to: order.status,
      set: {
        ...(input.words ? { words: input.words } : {}),
        ...(place && input.place ? await movePlace(tx, order, place, input.place) : {}),
      },
      data: { fields },
    };
  });
}
