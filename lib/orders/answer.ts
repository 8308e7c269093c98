import { createHash } from 'node:crypto';
import { callbackDue } from '@/lib/calendar/due';
import { reopenWindowEnd } from '@/lib/calendar/windows';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Tx } from '@/lib/kernel/context';
import { addClock } from './clock-store';
import { noDue } from './clocks';
import { type Reopening, reopening } from './comeback';
import type { OrderRow } from './facts';
import { endAssignment } from './hold-store';
import { unjoined } from './joined';
import { recountRequester, releaseRequester } from './quota';
import type { Closing, Solved, Status } from './status';
import type { orders } from './tables';

export interface Answered {
  to: Status;
  set: Partial<typeof orders.$inferInsert>;
  reopened: Reopening | null;
}

/**
 * Whoever answered was reached, and need not be called any more. Only of what was done anew the call stays due after the
 * requester's own rating: there it is made by somebody else whatever was said (journey 7.5).
 */
const reachedBy = (order: Pick<OrderRow, 'reopenCount'>, closing: Closing): Answered['set'] =>
  closing === 'rated' && order.reopenCount > 0 ? { unreachableAt: null } : { callbackBy: null, unreachableAt: null };

/**
 * What a valid answer does (3.1.3): "no" reopens, whatever the stars; yes and partly close. A late answer on a closed
 * order does not lengthen its window. Only the requester's own rating uses up "one rating per closing": what somebody
 * entered for them by phone or at the hall (代评) leaves them their own, and the last valid answer counts.
 */
export async function answerClosing(
  tx: Tx,
  order: OrderRow,
  answer: { solved: Solved; closing: Closing },
  now: number,
  cal: WorkingCalendar,
): Promise<Answered> {
  if (answer.solved === 'no') {
    const reopened = reopening(order, now, cal);
    await endAssignment(tx, order.id, 'close', now);
    if (order.status === 'closed' || order.status === 'merged') await recountRequester(tx, order);
    const { due } = reopened;
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'dispatch',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    // One of several households that is not helped goes on by itself; the main order stays as it is.
    return { to: 'submitted', set: { ...reopened.set, ...unjoined }, reopened };
  }
  const rated = answer.closing === 'rated' ? { ratedClosing: 1 } : {};
  const set = { ...reachedBy(order, answer.closing), ...rated, closing: answer.closing };
  if (order.status === 'merged') return { to: 'merged', set, reopened: null };
  if (order.status === 'closed') return { to: 'closed', set, reopened: null };
  return { to: 'closed', set: { ...(await closeNow(tx, order, now)), ...set }, reopened: null };
}

const sampleOf = 10;

/**
 * Whether a passing is drawn for the 10 % that are called back whatever was said (3.6). By the hash of the order's id and
 * the count of its reopenings: nobody chooses, each closing is drawn anew, and a repeat draws the same.
 */
export const isDrawn = (order: Pick<OrderRow, 'id' | 'reopenCount'>): boolean =>
  createHash('sha256').update(`callback:${order.id}:${order.reopenCount}`).digest().readUInt32BE(0) % sampleOf === 0;

/**
 * Somebody calls within 1 wd, as after one or two stars that close (3.1.3). The limit is kept as a clock with its
 * explanation.
 */
export async function callBackSoon(tx: Tx, order: OrderRow, now: number, cal: WorkingCalendar): Promise<number> {
  const due = callbackDue(now, cal);
  await addClock(tx, order.id, order.lastSeq + 1, {
    kind: 'callback',
    startedAt: now,
    dueAt: due.at,
    why: [...due.warnings, ...due.why],
  });
  return due.at;
}

/**
 * What was reopened and has passed again is called back within 1 wd by somebody who neither handled, verified nor typed it
 * (journey 7.5). Nobody may call who left no name (3.1.4).
 */
export async function callBackAgain(
  tx: Tx,
  order: OrderRow,
  now: number,
  calendar: () => Promise<WorkingCalendar>,
): Promise<{ callbackBy?: number }> {
  if (order.reopenCount === 0 || order.anonymous) return {};
  return { callbackBy: await callBackSoon(tx, order, now, await calendar()) };
}

/** 办结: the windows of a closing start, nobody holds the order any more. */
export async function closeNow(tx: Tx, order: OrderRow, now: number): Promise<Partial<typeof orders.$inferInsert>> {
  await endAssignment(tx, order.id, 'close', now);
  await releaseRequester(tx, order);
  return { closedAt: now, reopenUntil: reopenWindowEnd(now), dueAt: noDue };
}
