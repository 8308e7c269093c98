import { dateOfDay, dayNumber, dayOfDate } from '@/lib/calendar/shanghai';

/** The last day of a notice period that begins today; the day of publication is day 0. */
export const noticeEnd = (now: number, days: number): string => dateOfDay(dayNumber(now) + days);

/** Days of notice that are left, the last one counting and the day of publication not; 0 once it is over. */
export const noticeDaysLeft = (until: string, days: number, now: number): number =>
  Math.max(0, Math.min(days, dayOfDate(until) - dayNumber(now) + 1));
