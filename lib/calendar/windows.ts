import { dayNumber, dayStart } from './shanghai';

/**
 * The end of a window of calendar days (3.1.3): the day of `openedAt` is day 0 and the last day ends at 24:00 in
 * Shanghai. The returned instant is the first one outside: inside means `now < end`. Holidays count like other days.
 */
export const windowEnd = (openedAt: number, days: number): number => dayStart(dayNumber(openedAt) + days + 1);

/** Rating after `pass`: 7 days, then the clock closes the order unrated. */
export const ratingWindowEnd = (passedAt: number): number => windowEnd(passedAt, 7);

/** Reopening or a late rating after closing: 30 days of the latest closing. */
export const reopenWindowEnd = (closedAt: number): number => windowEnd(closedAt, 30);

/** Appealing a `decline`: 30 days, once. */
export const appealWindowEnd = (declinedAt: number): number => windowEnd(declinedAt, 30);
