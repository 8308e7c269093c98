import type { ClockKind } from '@/lib/calendar/limits';
import { dayMs, dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import { addWorkingMinutes, workingMinutesBetween } from '@/lib/calendar/working-time';
import type { Timing } from './plan-order';

/** The times of an order that steps are placed by. Epoch milliseconds. */
export interface Marks {
  previousAt: number;
  acceptStartedAt: number | null;
  acceptBy: number | null;
  dispatchedAt: number | null;
  finishBy: number | null;
  ratingUntil: number | null;
  needInfoUntil: number | null;
  shiftStartsAt: number | null;
  shiftEndsAt: number | null;
  acceptClock: ClockKind;
  finishClock: ClockKind;
}

const minuteMs = 60_000;

function shareOf(
  from: number | null,
  to: number | null,
  share: number,
  clock: ClockKind,
  cal: WorkingCalendar,
): number {
  if (from === null || to === null) throw new RangeError('a share of a limit that does not run');
  if (clock === 'wall') return from + (to - from) * share;
  return addWorkingMinutes(from, Math.round(workingMinutesBetween(from, to, cal) * share), cal);
}

/** People do not visit at night: the next time between 07:30 and 21:30. */
function byDay(at: number): number {
  const midnight = dayStart(dayNumber(at));
  const opens = midnight + 7.5 * 60 * minuteMs;
  // The odd minutes stay, so that what was moved to the morning does not fall on one minute.
  const odd = (at - midnight) % (50 * minuteMs);
  if (at < opens) return opens + odd;
  return at > midnight + 21.5 * 60 * minuteMs ? opens + odd + dayMs : at;
}

function wanted(timing: Timing, marks: Marks, cal: WorkingCalendar): number {
  if ('after' in timing) {
    const { after } = timing;
    return 'minutes' in after
      ? marks.previousAt + after.minutes * minuteMs
      : addWorkingMinutes(marks.previousAt, after.workingMinutes, cal);
  }
  const { at } = timing;
  if ('epochMs' in at) return at.epochMs;
  if ('shareOfAccept' in at)
    return shareOf(marks.acceptStartedAt, marks.acceptBy, at.shareOfAccept, marks.acceptClock, cal);
  if ('shareOfFinish' in at)
    return shareOf(marks.dispatchedAt, marks.finishBy, at.shareOfFinish, marks.finishClock, cal);
  if ('fromShiftStart' in at) return (marks.shiftStartsAt ?? marks.previousAt) + at.fromShiftStart * minuteMs;
  if ('fromShiftEnd' in at) return (marks.shiftEndsAt ?? marks.previousAt) + at.fromShiftEnd * minuteMs;
  const end = at.windowEnd === 'rating' ? marks.ratingUntil : marks.needInfoUntil;
  if (end === null) throw new RangeError('a window that is not open');
  return end + minuteMs;
}

/** When a planned step happens; at least a minute after the step before it. */
export function momentOf(timing: Timing, marks: Marks, cal: WorkingCalendar): number {
  const at = wanted(timing, marks, cal);
  const decent = 'day' in timing && timing.day ? byDay(at) : at;
  return Math.max(Math.round(decent), marks.previousAt + minuteMs);
}
