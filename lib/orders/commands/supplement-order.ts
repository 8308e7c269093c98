import type { z } from 'zod';
import { dispatchDue } from '@/lib/calendar/due';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addClock } from '../clock-store';
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
    const due = dispatchDue(order.urgency, now, await calendar());
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'dispatch',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    return {
      to: 'submitted',
      set: { comeback: 'supplemented', needInfoUntil: null, dispatchBy: due.at, dueAt: due.at },
      data: { note, photos: photos.map((p) => p.id) },
    };
  });
}
