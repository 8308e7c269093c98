import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addNote } from '../store';
import { callUnitsInput } from '../street-input';
import type { OrderSummary } from '../view';
import { addCalls } from '../whistle-store';
import { refuseHour, refuseNotStreet, refuseUnits } from '../whistling';

/**
 * 街道吹哨 (3.12): the street calls units of its area to an order that is its own, each with the hour by which it is to be
 * there. It is a note, which moves no clock and no state (3.1), and gives nobody sight of the order: the street's desk
 * tells the units, and writes down who came (`noteUnitArrival`).
 * @throws forbidden `order.not_for_you.whistle` · rule `order.not_at_street`, `order.whistle_about` · invalid
 *   `order.whistle_unit`, `order.whistle_time` · conflict `order.whistle_already`
 */
export async function callUnits(ctx: Context, raw: z.input<typeof callUnitsInput>): Promise<OrderSummary> {
  const input = parse(callUnitsInput, raw);
  return act(ctx, 'note', input, async ({ tx, order, now, standing }) => {
    refuseNotStreet(order, standing);
    const { arriveBy, reason } = input;
    const units = [...new Set(input.units)].sort();
    refuseHour(arriveBy, now);
    await refuseUnits(tx, order, units, now);
    const said = { author: ctx.actor, byRequester: false, toResident: false, words: reason, at: now };
    const note = await addNote(tx, order, said);
    await addCalls(tx, { orderId: order.id, noteId: note, units, arriveBy, by: ctx.actor, at: now });
    return {
      to: order.status,
      data: { note, toResident: false, photos: [], whistle: 'called', units, arriveBy },
    };
  });
}
