import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { noteInput } from '../input';
import { takePhotos } from '../photos';
import { addNote, addPhotos } from '../store';
import type { OrderSummary } from '../view';
import { lacksOf } from '../weak-reply';

/**
 * Words or photos beside the order; never touches a clock. A staff note reaches the resident only when ticked. With
 * theirs the requester may agree that the handler learns the door of a confidential order.
 */
export async function noteOrder(ctx: Context, raw: z.input<typeof noteInput>): Promise<OrderSummary> {
  const input = parse(noteInput, raw);
  return act(ctx, 'note', input, async ({ tx, order, now, relation }) => {
    const byRequester = relation === 'requester';
    const toResident = byRequester || input.toResident;
    const lacks = byRequester || !toResident ? {} : await lacksOf(tx, order, input);
    const photos = await takePhotos(tx, order.id, input.photos);
    const note = await addNote(tx, order, { author: ctx.actor, byRequester, toResident, words: input.words, at: now });
    const kind = byRequester ? 'requester' : toResident ? 'told' : 'note';
    await addPhotos(tx, order.id, order.lastSeq + 1, kind, photos, now);
    // Whose door it is agrees, nobody for them.
    const set = byRequester && input.doorAgreed !== undefined ? { doorAgreed: input.doorAgreed } : {};
    return { to: order.status, set, data: { note, toResident, photos: photos.map((p) => p.id), ...lacks } };
  });
}
