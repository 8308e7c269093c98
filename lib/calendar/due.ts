import { DomainError } from '@/lib/kernel/errors';
import { type Due, dueLine, limitDue } from './explain';
import type { ItemLimits, Limit, MilestoneKind, Urgency } from './limits';
import { momentParams, whyLine } from './why';
import type { WorkingCalendar } from './working-calendar';

/** The times of a shift item (0102, 0304, 1204, 1402), fields of `submit`; epoch milliseconds. */
export interface Shift {
  shiftStartsAt?: number | null;
  shiftEndsAt?: number | null;
}

/** `notAfter`: the promise made at submit; what is stored at dispatch is never later (3.2). */
export interface DueOptions extends Shift {
  acceptNotAfter?: number | null;
  finishNotAfter?: number | null;
  /** The two above are not what was said but where it falls on a calendar that was changed since. */
  promiseMoved?: boolean;
}

export interface FinishDue {
  milestone: (Due & { kind: MilestoneKind }) | null;
  finish: Due;
}

const min = (amount: number): Limit => ({ amount, unit: 'min', milestone: false });
const wh = (amount: number): Limit => ({ amount, unit: 'wh', milestone: false });
const wd = (amount: number): Limit => ({ amount, unit: 'wd', milestone: false });

/** By when a dispatcher must have dispatched: 15 min U1, 30 min U2 on the wall, 4 wh others (3.1). */
export function dispatchDue(urgency: Urgency, submittedAt: number, cal: WorkingCalendar): Due {
  const limit = urgency === 'U1' ? min(15) : urgency === 'U2' ? min(30) : wh(4);
  return limitDue(limit, urgency, submittedAt, cal);
}

/** By when a branch must have verified: 1 wd, in U1 4 h of clock time (3.1, 3.2). */
export function verifyDue(urgency: Urgency, startAt: number, cal: WorkingCalendar): Due {
  return limitDue(urgency === 'U1' ? { amount: 4, unit: 'h', milestone: false } : wd(1), urgency, startAt, cal);
}

/** Until when the requester may answer a question before the order closes as `no_info`: 3 wd (3.1). */
export const needInfoDue = (startAt: number, cal: WorkingCalendar): Due => limitDue(wd(3), 'U3', startAt, cal);

/** By when one or two stars must be followed by a call-back: 1 wd (3.1.3). */
export const callbackDue = (startAt: number, cal: WorkingCalendar): Due => limitDue(wd(1), 'U3', startAt, cal);

/**
 * By when the handler must have accepted, counted from dispatch. On a shift item it is the earlier of the limit and
 * `shiftStartsAt` (3.2), which may lie before a late dispatch: then it is overdue at once.
 */
export function acceptDue(
  limits: ItemLimits,
  urgency: Urgency,
  startAt: number,
  cal: WorkingCalendar,
  options: DueOptions = {},
): Due {
  let due = limitDue(limits.accept, urgency, startAt, cal);
  const { shiftStartsAt } = options;
  if (limits.finish.unit === 'shift_end' && shiftStartsAt != null && shiftStartsAt < due.at) {
    due = capped(due, shiftStartsAt, 'clock.why.shift_start');
  }
  return promised(due, options.acceptNotAfter, options);
}

/**
 * By when the work must be done, counted from dispatch, with its milestone where the item has one.
 * @throws DomainError `rule` `calendar.shift_missing` when the limit is the end of a shift and the order names none.
 */
export function finishDue(
  limits: ItemLimits,
  urgency: Urgency,
  startAt: number,
  cal: WorkingCalendar,
  options: DueOptions = {},
): FinishDue {
  const { milestone } = limits;
  return {
    milestone: milestone && { kind: milestone.label, ...limitDue(milestone, urgency, startAt, cal) },
    finish: promised(countFinish(limits, urgency, startAt, cal, options), options.finishNotAfter, options),
  };
}

function countFinish(
  { finish, finishIsDefault }: ItemLimits,
  urgency: Urgency,
  startAt: number,
  cal: WorkingCalendar,
  { shiftEndsAt }: Shift,
): Due {
  if (finish.unit !== 'shift_end') {
    return limitDue(finish, urgency, startAt, cal, finishIsDefault ? [whyLine('clock.why.finish_default')] : []);
  }
  if (shiftEndsAt == null) {
    const reason = 'calendar.shift_missing';
    throw new DomainError('rule', reason, { issues: [{ path: 'shiftEndsAt', reason, message: reason }] });
  }
  return {
    at: shiftEndsAt,
    why: [whyLine('clock.why.shift_end', momentParams(shiftEndsAt)), dueLine(shiftEndsAt)],
    warnings: [],
  };
}

const promised = (due: Due, notAfter: number | null | undefined, { promiseMoved }: DueOptions): Due =>
  notAfter != null && notAfter < due.at
    ? capped(due, notAfter, promiseMoved ? 'clock.why.promise_moved' : 'clock.why.not_after')
    : due;

type CapKey = 'clock.why.shift_start' | 'clock.why.not_after' | 'clock.why.promise_moved';

/** The same explanation, ended by an earlier time and its reason. */
function capped(due: Due, at: number, key: CapKey): Due {
  return { ...due, at, why: [...due.why.slice(0, -1), whyLine(key, momentParams(at)), dueLine(at)] };
}
