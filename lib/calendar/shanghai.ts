/**
 * Civil time in China without a date library: Asia/Shanghai has been UTC+8 all year round since 1992,
 * so a local day is a fixed slice of the epoch and needs no zone data.
 */
export const minuteMs = 60_000;
export const dayMs = 86_400_000;
const offsetMs = 8 * 60 * minuteMs;

/** Days since 1970-01-01, local. Consecutive local days have consecutive numbers. */
export const dayNumber = (at: number): number => Math.floor((at + offsetMs) / dayMs);

/** Local midnight of a day number, epoch milliseconds. */
export const dayStart = (day: number): number => day * dayMs - offsetMs;

/** `YYYY-MM-DD` of a day number. */
export const dateOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday; 1970-01-01 was a Thursday. */
export const weekdayOfDay = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** Whether `text` is `YYYY-MM-DD` and a day that exists. */
export function isDateText(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day number of a `YYYY-MM-DD`. @throws RangeError when there is no such day. */
export function dayOfDate(date: string): number {
  if (!isDateText(date)) throw new RangeError(`not a date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The local date of an instant, `YYYY-MM-DD`. */
export const shanghaiDate = (at: number): string => dateOfDay(dayNumber(at));

/** The local time of an instant, `HH:mm`, seconds cut off. */
export const shanghaiTime = (at: number): string => new Date(at + offsetMs).toISOString().slice(11, 16);

/** Local midnight at which `date` begins, epoch milliseconds. @throws RangeError when there is no such day. */
export const startOfDay = (date: string): number => dayStart(dayOfDate(date));

/** The year of a `YYYY-MM-DD`. */
export const yearOfDate = (date: string): number => Number(date.slice(0, 4));

/** The month of an instant, `YYYY-MM`. */
export const monthAt = (at: number): string => shanghaiDate(at).slice(0, 7);

/** `by` months after `YYYY-MM`, before it when negative. */
export function monthAfter(month: string, by = 1): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Local midnight at which a month begins, epoch milliseconds. */
export const startOfMonth = (month: string): number => startOfDay(`${month}-01`);
