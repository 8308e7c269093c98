import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { placeColumns } from '../place';
import { addNote } from '../store';
import { transferInput } from '../street-input';
import { staysAtStreet, transferTarget } from '../transferring';
import type { OrderSummary } from '../view';

/**
 * 转办 (3.1): to another community of the street, or back from the street. Number, history, promise and due times stay;
 * who sent it away sees it no longer, unless it is still theirs to see. What the street keeps by rule stays at its level.
 * The resident reads the reason.
 * @throws as `transferTarget`
 */
export async function transferOrder(ctx: Context, raw: z.input<typeof transferInput>): Promise<OrderSummary> {
  const input = parse(transferInput, raw);
  return act(ctx, 'transfer', input, async ({ tx, order, now }) => {
    const place = await transferTarget(ctx, tx, order, input.to);
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: true,
      words: input.reason,
      at: now,
    });
    const level = staysAtStreet(order) ? 'street' : 'community';
    // The position and the words on how to find the spot are the resident's own, and still say where it is.
    const moved = place ? { ...placeColumns(place), lat: place.lat ?? order.lat, lng: place.lng ?? order.lng } : {};
    return {
      to: 'submitted',
      set: { ...moved, level, comeback: 'transferred' },
      data: {
        note,
        fromCommunity: order.communityCode,
        toCommunity: place?.communityCode ?? order.communityCode,
        cell: place?.cellCode ?? order.cellCode,
        level,
      },
    };
  });
}
