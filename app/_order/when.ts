import type { Locale } from '@/components/preferences';
import { dayNumber, shanghaiTime } from '@/lib/calendar/shanghai';
import type { Translate } from '../_shell/translate';

const zone = { timeZone: 'Asia/Shanghai' } as const;
/** British English for the order day–month and the 24-hour clock that every notice in China uses. */
const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'zh-CN');
const yearOf = (at: number) => new Intl.DateTimeFormat('en-GB', { ...zone, year: 'numeric' }).format(at);

/** Days that people call by name: two back and forward in Chinese (前天 … 后天), one in English. */
const namedDays: Record<Locale, number> = { 'zh-CN': 2, en: 1 };

/**
 * 今天 / today, 1月12日 / 12 Jan, with the year when it is not that of `now`. Both epoch milliseconds; `now` null, where
 * nothing says which day it is (papers, the demo's clock itself), writes the whole date.
 */
export function formatDay(at: number, now: number | null, locale: Locale): string {
  const days = now === null ? Number.NaN : dayNumber(at) - dayNumber(now);
  if (Math.abs(days) <= namedDays[locale]) {
    return new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' }).format(days, 'day');
  }
  const year = now !== null && yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  const month = locale === 'en' ? 'short' : 'long';
  return new Intl.DateTimeFormat(tag(locale), { ...zone, ...year, month, day: 'numeric' }).format(at);
}

/** 今天 14:20 / today 14:20, 1月12日 14:00 / 12 Jan 14:00. */
export const formatWhen = (at: number, now: number | null, locale: Locale): string =>
  `${formatDay(at, now, locale)} ${shanghaiTime(at)}`;

/** The whole date, for documents: 2024年1月12日星期五 / Friday 12 January 2024. */
export const formatDate = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { ...zone, dateStyle: 'full' }).format(at);

/** A month, `YYYY-MM`: 2024年1月 / January 2024. */
export const formatMonth = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tag(locale), { ...zone, year: 'numeric', month: 'long' }).format(
    Date.parse(`${month}-01T00:00:00+08:00`),
  );

/** Machine-readable form for `<time dateTime>`. */
export const machineTime = (at: number): string => new Date(at).toISOString();

const minuteMs = 60_000;

/**
 * A span in words, two units at most: 1天4小时, 2小时05分, 18分; shorter than a minute: 不到1分钟. `ms` may be negative;
 * only its size counts. Days here are 24 hours of the clock.
 */
export function formatDuration(ms: number, t: Translate): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (minutes === 0) return t('common.duration.moment');
  if (days > 0 && hours > 0) return t('common.duration.days_hours', { days, hours });
  if (days > 0) return t('common.duration.days', { days });
  if (hours > 0 && rest > 0) {
    return t('common.duration.hours_minutes', { hours, minutes: String(rest).padStart(2, '0') });
  }
  if (hours > 0) return t('common.duration.hours', { hours });
  return t('common.duration.minutes', { minutes: rest });
}
