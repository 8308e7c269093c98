import type { z } from 'zod';
import { dispatchDue, finishDue } from '@/lib/calendar/due';
import type { Due } from '@/lib/calendar/explain';
import { promise as promiseOf } from '@/lib/calendar/promise';
import { reopenFinish } from '@/lib/calendar/rework';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { type Act, act } from '../act';
import { addClock } from '../clock-store';
import { acceptRestated, limitsOf } from '../clocks';
import { readSubject } from '../handover';
import { classifyInput } from '../input';
import { movePlace, needCell, resolvePlace } from '../place';
import { clockStart } from '../queries/clock-start';
import { isSealedItem } from '../sealed';
import type { Urgency } from '../status';
import { addNote, saveContact } from '../store';
import type { ClockKind, orders } from '../tables';
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
        aboutUnit,
        aboutCommunity: subject ? subject.aboutCommunity : order.aboutCommunity,
        ...(raised ? { level: 'street' as const } : {}),
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
        ...(raised ? { level: 'street' as const } : {}),
        ...(note ? { note } : {}),
      },
    };
  });
}

/**
 * The same moments under the new limits: the promise from submit or the last answer, the dispatch limit from when the
 * order came to the desk, accept from the last dispatch, finish from the first.
 */
async function restate({ tx, order, calendar }: Act, limits: Limits, urgency: Urgency): Promise<Columns> {
  const cal = await calendar();
  const shift = { shiftStartsAt: order.shiftStartsAt, shiftEndsAt: order.shiftEndsAt };
  const keep = (kind: ClockKind, startedAt: number, due: Due) =>
    addClock(tx, order.id, order.lastSeq + 1, {
      kind,
      startedAt,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
  const promisedAt = await clockStart(tx, order.id, 'promise', order.submittedAt);
  const promised = promiseOf(limits, urgency, promisedAt, cal, shift);
  await keep('promise', promisedAt, { ...promised, at: promised.finishBy });
  const set: Columns = { promiseAcceptBy: promised.acceptBy, promiseFinishBy: promised.finishBy };
  if (order.status === 'submitted') {
    const startedAt = await clockStart(tx, order.id, 'dispatch', order.submittedAt);
    const dispatch = dispatchDue(urgency, startedAt, cal);
    await keep('dispatch', startedAt, dispatch);
    Object.assign(set, { dispatchBy: dispatch.at, dueAt: dispatch.at } satisfies Columns);
  }
  if (order.acceptStartedAt !== null) {
    const accept = acceptRestated({ ...order, urgency }, limits, order.acceptStartedAt, cal, {
      acceptNotAfter: promised.acceptBy,
    });
    await keep('accept', order.acceptStartedAt, accept);
    Object.assign(set, { acceptBy: accept.at, dueAt: accept.at } satisfies Columns);
  }
  if (order.dispatchedAt === null) return set;
  const { milestone, finish } =
    order.reopenCount > 0
      ? { milestone: null, finish: reopenFinish(limits.finish, urgency, order.dispatchedAt, cal) }
      : finishDue(limits, urgency, order.dispatchedAt, cal, { ...shift, finishNotAfter: promised.finishBy });
  await keep('finish', order.dispatchedAt, finish);
  return {
    ...set,
    milestoneKind: milestone?.kind ?? null,
    milestoneBy: milestone?.at ?? null,
    finishBy: finish.at,
  };
}
