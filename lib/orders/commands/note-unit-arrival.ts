import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addNote } from '../store';
import { unitArrivalInput } from '../street-input';
import { orderWhistle } from '../tables';
import type { OrderSummary } from '../view';
import { noteArrival } from '../whistle-store';
import { arrivalTime, isLate, refuseNotStreet } from '../whistling';

/**
 * 部门报到 (3.12): the street's desk writes down that a called unit is there, once, with what it said and when it came.
 * @throws forbidden `order.not_for_you.whistle` · rule `order.not_at_street`, `order.whistle_none` · invalid
 *   `order.arrival_time` · conflict `order.whistle_arrived`
 */
export async function noteUnitArrival(ctx: Context, raw: z.input<typeof unitArrivalInput>): Promise<OrderSummary> {
  const input = parse(unitArrivalInput, raw);
  return act(ctx, 'note', input, async ({ tx, order, now, standing }) => {
    refuseNotStreet(order, standing);
    const { unit, words } = input;
    const ofUnit = and(eq(orderWhistle.orderId, order.id), eq(orderWhistle.unitCode, unit));
    const [call] = await tx.select().from(orderWhistle).where(ofUnit);
    if (!call) throw new DomainError('rule', 'order.whistle_none');
    const arrivedAt = arrivalTime(input.arrivedAt, call, now);
    const note = await addNote(tx, order, { author: ctx.actor, byRequester: false, toResident: false, words, at: now });
    await noteArrival(tx, call, { at: arrivedAt, by: ctx.actor, noteId: note });
    const late = isLate({ ...call, arrivedAt }, now);
    return {
      to: order.status,
      data: { note, toResident: false, photos: [], whistle: 'arrived', units: [unit], arrivedAt, late },
    };
  });
}
