import { dateOfDay, dayNumber, shanghaiTime, weekdayOfDay } from './shanghai';

/** Every sentence that can explain a due time; each is a message key in both languages. */
export type WhyKey =
  | 'clock.why.step_dispatch'
  | 'clock.why.step_accept'
  | 'clock.why.step_milestone'
  | 'clock.why.step_finish'
  | 'clock.why.limit_working'
  | 'clock.why.limit_wall'
  | 'clock.why.finish_default'
  | 'clock.why.uncovered_year'
  | 'clock.why.weekend'
  | 'clock.why.holiday'
  | 'clock.why.start_moved'
  | 'clock.why.workday_swap'
  | 'clock.why.period'
  | 'clock.why.full_day'
  | 'clock.why.midday'
  | 'clock.why.wall'
  | 'clock.why.shift_start'
  | 'clock.why.shift_end'
  | 'clock.why.rework'
  | 'clock.why.asked'
  | 'clock.why.suspended'
  | 'clock.why.extended'
  | 'clock.why.resume_on'
  | 'clock.why.reopened_half'
  | 'clock.why.reopened_least'
  | 'clock.why.not_after'
  | 'clock.why.promise_moved'
  | 'clock.why.due';

/**
 * One line of the answer to "why this time": a message key and its values, dates as `YYYY-MM-DD` with their parts,
 * times as `HH:mm`. Only lines that count time carry `minutes`, and these add up to the limit.
 */
export interface WhyLine {
  key: WhyKey;
  params: Record<string, string | number>;
}

export type WhyParams = WhyLine['params'];

export const whyLine = (key: WhyKey, params: WhyParams = {}): WhyLine => ({ key, params });

/** A day for a sentence: `date`, `month`, `day`, `weekday` (0 = Sunday). */
export function dayParams(day: number): WhyParams {
  const date = dateOfDay(day);
  return { date, month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)), weekday: weekdayOfDay(day) };
}

/** A moment for a sentence: a day and `time`. */
export const momentParams = (at: number): WhyParams => ({ ...dayParams(dayNumber(at)), time: shanghaiTime(at) });

/** A run of days for a sentence: `from…`, `to…` and how many. */
export function rangeParams(fromDay: number, toDay: number): WhyParams {
  return { ...prefixed('from', dayParams(fromDay)), ...prefixed('to', dayParams(toDay)), days: toDay - fromDay + 1 };
}

/** Two moments for a sentence: `fromDate`, `fromTime`, …, `toDate`, `toTime`. */
export function spanParams(fromAt: number, toAt: number): WhyParams {
  return { ...prefixed('from', momentParams(fromAt)), ...prefixed('to', momentParams(toAt)) };
}

function prefixed(prefix: string, params: WhyParams): WhyParams {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [`${prefix}${key.charAt(0).toUpperCase()}${key.slice(1)}`, value]),
  );
}
