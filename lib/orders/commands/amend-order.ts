import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { dispatchUrgent, speaksOfDanger } from '../assign-by-rule';
import { restateClocks } from '../clock-store';
import { limitsOf } from '../clocks';
import { amendInput } from '../input';
import { takePhotos } from '../photos';
import { movePlace, needCell, resolvePlace } from '../place';
import { addPhotos } from '../store';
import type { OrderSummary } from '../view';

/**
 * The requester sets their own report right: within ten minutes and before the intake. Limits stay as promised, but where
 * the new words speak of danger: then it is U1 and goes to its handler at once, as if it had been sent so (3.9).
 */
export async function amendOrder(ctx: Context, raw: z.input<typeof amendInput>): Promise<OrderSummary> {
  const input = parse(amendInput, raw);
  const place = input.place ? needCell(await resolvePlace(ctx, input.place)) : null;
  return act(ctx, 'amend', input, async ({ tx, order, now, calendar }) => {
    const photos = await takePhotos(tx, order.id, input.photos);
    await addPhotos(tx, order.id, order.lastSeq + 1, 'requester', photos, now);
    const fields = [
      ...(input.words ? ['words'] : []),
      ...(place ? ['place'] : []),
      ...(photos.length > 0 ? ['photos'] : []),
    ];
    const urgency = 'U1' as const;
    const raised = order.urgency !== urgency && !!input.words && (await speaksOfDanger(tx, input.words));
    const cal = await calendar();
    const limits = raised ? limitsOf(await getItem(tx, order.itemCode), urgency) : null;
    return {
      to: order.status,
      set: {
        ...(input.words ? { words: input.words } : {}),
        ...(limits ? { urgency, heldAt: null, ...(await restateClocks(tx, { ...order, urgency }, limits, cal)) } : {}),
        ...(place && input.place ? await movePlace(tx, order, place, input.place) : {}),
      },
      data: { fields, ...(raised ? { urgency } : {}) },
      next: raised ? (row) => dispatchUrgent(tx, row, now, cal) : undefined,
    };
  });
}
