import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { dispatchUrgent, speaksOfDanger } from '../assign-by-rule';
import { goOn, restateClocks } from '../clock-store';
import { limitsOf } from '../clocks';
import { dispatchAnew, promiseAnew } from '../comeback';
import { supplementInput } from '../input';
import { takePhotos } from '../photos';
import { clockStart } from '../queries/clock-start';
import { addNote, addPhotos } from '../store';
import type { OrderSummary } from '../view';

/**
 * The requester answers; the order goes back to the dispatcher with a fresh dispatch limit. The finish stood still
 * meanwhile (3.1). An answer that speaks of danger makes it U1, and it goes to its handler at once (3.9).
 */
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
    const raised = order.urgency !== 'U1' && (await speaksOfDanger(tx, input.words));
    const asked = raised ? { ...order, urgency: 'U1' as const } : order;
    const limits = limitsOf(await getItem(tx, order.itemCode), asked.urgency);
    const from = order.askedAt ?? (await clockStart(tx, order.id, 'need_info', order.updatedAt));
    const lay = { from, to: now, with: 'requester' as const };
    // Nobody had it yet: it is as if sent now. Somebody had: what ran for them stood still, and goes on.
    const untouched = order.dispatchedAt === null && order.reopenCount === 0;
    const moved = untouched
      ? await promiseAnew(tx, asked, now, cal)
      : raised
        ? await restateClocks(tx, asked, limits, cal, [lay])
        : await goOn(tx, order, limits, lay, cal);
    return {
      to: 'submitted',
      set: {
        ...(input.doorAgreed === undefined ? {} : { doorAgreed: input.doorAgreed }),
        ...(raised ? { urgency: asked.urgency, heldAt: null } : {}),
        comeback: 'supplemented',
        askedAt: null,
        needInfoUntil: null,
        ...moved,
        ...(await dispatchAnew(tx, asked, now, cal)),
      },
      data: { note, photos: photos.map((p) => p.id), ...(raised ? { urgency: asked.urgency } : {}) },
      next: raised ? (row) => dispatchUrgent(tx, row, now, cal) : undefined,
    };
  });
}
