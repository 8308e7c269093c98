import type { Locale } from '@/components/preferences';

const tag = (locale: Locale) => (locale === 'en' ? 'en-GB' : 'zh-CN');

/** Fen as yuan with thousands and two digits: 9,180.00. The word for the unit stands beside it. */
export const yuan = (fen: number, locale: Locale): string =>
  new Intl.NumberFormat(tag(locale), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(fen / 100);

/** 1830 → 1,830. */
export const whole = (count: number, locale: Locale): string => new Intl.NumberFormat(tag(locale)).format(count);

/** Per cent with one digit, cut off: 82/112 → 73.2, and a threshold is never rounded up to. */
export const percentOf = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((part * 1000) / of) / 10);
