import { dateOfDay, dayNumber, dayStart, minuteMs, startOfDay } from './shanghai';
import type { WorkingCalendar } from './working-calendar';

/** Working hours of a workday, minutes after midnight: 08:30–12:00 and 13:30–18:00 (3.2). */
export const workingPeriods = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 18 * 60 },
] as const;

/** 1 wd = 480 working minutes, so 1 wd after Monday 10:00 is Tuesday 10:00. */
export const minutesPerWorkday = 480;

/** A stretch of one working period that was counted. */
export interface WorkedStretch {
  day: number;
  from: number;
  to: number;
  /** Milliseconds still to count after this stretch. */
  leftMs: number;
}

/** Told of each day off and each stretch that the walk passes, in order: the explanation is the computation. */
export interface WalkVisitor {
  dayOff(day: number, date: string): void;
  worked(stretch: WorkedStretch): void;
}

/** As `addWorkingMinutes`, in milliseconds, and telling `visitor` what it passes. @throws RangeError on NaN or infinity. */
export function walkWorkingTime(startAt: number, ms: number, cal: WorkingCalendar, visitor?: WalkVisitor): number {
  if (!Number.isFinite(startAt) || !Number.isFinite(ms)) throw new RangeError('working time needs finite numbers');
  // Whole milliseconds: a fraction would be lost in `from + left` and never come down to exactly zero.
  let left = Math.round(ms);
  if (left <= 0) return startAt;
  for (let day = dayNumber(startAt); ; day++) {
    const date = dateOfDay(day);
    if (!cal.isWorkday(date)) {
      visitor?.dayOff(day, date);
      continue;
    }
    const midnight = dayStart(day);
    for (const period of workingPeriods) {
      const from = Math.max(midnight + period.from * minuteMs, startAt);
      const end = midnight + period.to * minuteMs;
      if (from >= end) continue;
      const to = Math.min(end, from + left);
      left -= to - from;
      visitor?.worked({ day, from, to, leftMs: left });
      // Returning inside the period makes a limit that ends with it due at 12:00 or 18:00, not at the next start.
      if (left === 0) return to;
    }
  }
}

/**
 * `minutes` of working time after `startAt` (both epoch milliseconds in and out). A start outside working time counts
 * from the next working minute; a limit that ends with a working period is due at that end. Zero minutes change nothing.
 */
export function addWorkingMinutes(startAt: number, minutes: number, cal: WorkingCalendar): number {
  return walkWorkingTime(startAt, minutes * minuteMs, cal);
}

/** The first moment of working time at or after one. */
export const nextWorkingMoment = (at: number, cal: WorkingCalendar): number => walkWorkingTime(at, 1, cal) - 1;

/** The working day to which a moment counts: the day of the next working minute at or after it. `YYYY-MM-DD`. */
export const workingDateOf = (at: number, cal: WorkingCalendar): string =>
  dateOfDay(dayNumber(walkWorkingTime(at, 1, cal)));

/** When work on `date` begins (08:30). */
export const workStartOn = (date: string): number => startOfDay(date) + workingPeriods[0].from * minuteMs;

/** When work on `date` ends (18:00); what comes later counts to the next working day. */
export const workEndOn = (date: string): number => startOfDay(date) + workingPeriods[1].to * minuteMs;

/** Working time from `from` to `to` in milliseconds; 0 when `to` is not after `from`. */
export function workingMsBetween(from: number, to: number, cal: WorkingCalendar): number {
  let total = 0;
  for (let day = dayNumber(from); dayStart(day) < to; day++) {
    if (!cal.isWorkday(dateOfDay(day))) continue;
    const midnight = dayStart(day);
    for (const period of workingPeriods) {
      const start = Math.max(midnight + period.from * minuteMs, from);
      const end = Math.min(midnight + period.to * minuteMs, to);
      if (end > start) total += end - start;
    }
  }
  return total;
}

/** Working time from `from` to `to` in minutes, with fractions; 0 when `to` is not after `from`. */
export function workingMinutesBetween(from: number, to: number, cal: WorkingCalendar): number {
  return workingMsBetween(from, to, cal) / minuteMs;
}
