import type { z } from 'zod';
import { finishDue } from '@/lib/calendar/due';
import { promise as promiseOf } from '@/lib/calendar/promise';
import { reopenFinish } from '@/lib/calendar/rework';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { type Act, act } from '../act';
import { addClock } from '../clock-store';
import { acceptAgain, limitsOf } from '../clocks';
import { classifyInput } from '../input';
import { needCell, resolvePlace } from '../place';
import { isSealedItem } from '../sealed';
import { addNote, saveContact } from '../store';
import type { orders } from '../tables';
import type { OrderSummary } from '../view';

type Limits = ReturnType<typeof limitsOf>;
type Columns = Partial<typeof orders.$inferInsert>;

/**
 * 受理 and what follows: item, urgency, place and whom it is about. Limits are stated anew, still from the first
 * dispatch; the first classify is the intake.
 */
export async function classifyOrder(ctx: Context, raw: z.input<typeof classifyInput>): Promise<OrderSummary> {
  const input = parse(classifyInput, raw);
  const place = input.place ? needCell(await resolvePlace(ctx, input.place)) : null;
  return act(ctx, 'classify', input, async (on) => {
    const { tx, order, now } = on;
    const item = await getItem(tx, input.item ?? order.itemCode);
    const urgency = input.urgency ?? (input.item && input.item !== order.itemCode ? item.urgency : order.urgency);
    if (place && place.communityCode !== order.communityCode) throw new DomainError('rule', 'order.other_community');
    const limited = item.code !== order.itemCode || urgency !== order.urgency;
    const restated = limited ? await restate(on, limitsOf(item, urgency), urgency) : {};
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
    const aboutUnit = input.about?.unit ?? order.aboutUnit;
    const placed: Columns = place
      ? {
          cellCode: place.cellCode,
          quarterCode: place.quarterCode,
          buildingCode: place.buildingCode,
          areaCode: place.buildingCode ?? place.cellCode,
          pointCode: place.pointCode,
          lat: place.lat,
          lng: place.lng,
          placeZh: place.labelZh,
          placeEn: place.labelEn,
        }
      : {};
    return {
      to: order.status,
      set: {
        itemCode: item.code,
        categoryCode: item.categoryCode,
        urgency,
        aboutUnit,
        sealed: order.confidential || isSealedItem(item),
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
        ...(note ? { note } : {}),
      },
    };
  });
}

/** The same moments, under the new limits: the promise from submit, accept from the last dispatch, finish from the first. */
async function restate(
  { tx, order, now, calendar }: Act,
  limits: Limits,
  urgency: 'U1' | 'U2' | 'U3' | 'U4',
): Promise<Columns> {
  const cal = await calendar();
  const seq = order.lastSeq + 1;
  const shift = { shiftStartsAt: order.shiftStartsAt, shiftEndsAt: order.shiftEndsAt };
  const promised = promiseOf(limits, urgency, order.submittedAt, cal, shift);
  await addClock(tx, order.id, seq, {
    kind: 'promise',
    startedAt: order.submittedAt,
    dueAt: promised.finishBy,
    why: [...promised.warnings, ...promised.why],
  });
  const promise: Columns = {
    promiseAcceptBy: promised.acceptBy,
    promiseFinishBy: promised.finishBy,
    dispatchBy: order.reopenCount === 0 ? promised.dispatchBy : order.dispatchBy,
  };
  if (order.dispatchedAt === null || order.acceptStartedAt === null) {
    return {
      ...promise,
      dueAt: order.status === 'submitted' && order.reopenCount === 0 ? promised.dispatchBy : order.dueAt,
    };
  }
  const accept = acceptAgain({ urgency, shiftStartsAt: order.shiftStartsAt }, limits, order.acceptStartedAt, cal);
  const { milestone, finish } =
    order.reopenCount > 0
      ? { milestone: null, finish: reopenFinish(limits.finish, urgency, order.dispatchedAt, cal) }
      : finishDue(limits, urgency, order.dispatchedAt, cal, { ...shift, finishNotAfter: promised.finishBy });
  await addClock(tx, order.id, seq, { kind: 'accept', startedAt: now, dueAt: accept.at, why: accept.why });
  await addClock(tx, order.id, seq, { kind: 'finish', startedAt: now, dueAt: finish.at, why: finish.why });
  return {
    ...promise,
    acceptBy: accept.at,
    milestoneKind: milestone?.kind ?? null,
    milestoneBy: milestone?.at ?? null,
    finishBy: finish.at,
    dueAt: order.status === 'submitted' ? order.dueAt : accept.at,
  };
}
