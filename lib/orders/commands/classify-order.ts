import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { act } from '../act';
import { restateClocks } from '../clock-store';
import { limitsOf } from '../clocks';
import { readSubject } from '../handover';
import { classifyInput } from '../input';
import { movePlace, needCell, resolvePlace } from '../place';
import { isSealedItem } from '../sealed';
import { addNote, saveContact } from '../store';
import type { OrderSummary } from '../view';

/**
 * 受理 and what follows: item, urgency, place, hours of a shift and whom it is about. Limits are stated anew, still from the first
 * dispatch; the first classify is the intake.
 */
export async function classifyOrder(ctx: Context, raw: z.input<typeof classifyInput>): Promise<OrderSummary> {
  const input = parse(classifyInput, raw);
  const place = input.place ? needCell(await resolvePlace(ctx, input.place)) : null;
  return act(ctx, 'classify', input, async ({ tx, order, now, calendar }) => {
    const item = await getItem(tx, input.item ?? order.itemCode);
    const urgency = input.urgency ?? (input.item && input.item !== order.itemCode ? item.urgency : order.urgency);
    const { shiftStartsAt = order.shiftStartsAt, shiftEndsAt = order.shiftEndsAt } = input;
    const moved = shiftStartsAt !== order.shiftStartsAt || shiftEndsAt !== order.shiftEndsAt;
    if (moved && shiftStartsAt !== null && shiftEndsAt !== null && shiftStartsAt >= shiftEndsAt) {
      const reason = 'input.shift_backwards';
      throw new DomainError('invalid', reason, { issues: [{ path: 'shiftEndsAt', reason, message: reason }] });
    }
    const shift = { shiftStartsAt, shiftEndsAt };
    const limited = item.code !== order.itemCode || urgency !== order.urgency || moved;
    const restated = limited
      ? await restateClocks(tx, { ...order, urgency, ...shift }, limitsOf(item, urgency), await calendar())
      : {};
    const note = input.reason
      ? await addNote(tx, order, {
          author: ctx.actor,
          byRequester: false,
          toResident: false,
          words: input.reason,
          at: now,
        })
      : undefined;
    if (input.about?.words) await saveContact(tx, { orderId: order.id, aboutWords: input.about.words });
    const subject = await readSubject(tx, input.about?.unit, place?.communityCode ?? order.communityCode, now);
    const aboutUnit = subject ? subject.aboutUnit : order.aboutUnit;
    const raised = subject?.level === 'street' && order.level === 'community';
    const placed = place && input.place ? await movePlace(tx, order, place, input.place) : {};
    return {
      to: order.status,
      set: {
        itemCode: item.code,
        categoryCode: item.categoryCode,
        urgency,
        ...shift,
        aboutUnit,
        aboutCommunity: subject ? subject.aboutCommunity : order.aboutCommunity,
        ...(raised ? { level: 'street' as const } : {}),
        // A part of a sealed order stays so, whatever the part is.
        sealed: order.confidential || isSealedItem(item) || (order.childOf !== null && order.sealed),
        intakeAt: order.intakeAt ?? now,
        ...placed,
        ...restated,
      },
      data: {
        item: item.code,
        urgency,
        cell: place?.cellCode ?? order.cellCode,
        aboutUnit,
        intake: order.intakeAt === null,
        ...(raised ? { level: 'street' as const } : {}),
        ...(note ? { note } : {}),
      },
    };
  });
}
