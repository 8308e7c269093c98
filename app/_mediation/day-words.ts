import type { Locale } from '@/components/preferences';
import { startOfDay } from '@/lib/calendar/shanghai';
import { formatDay } from '../_order/when';

/** A day of a case (`YYYY-MM-DD`) as people say it; a day in words of its own stays as it is. */
export const dayWords = (on: string, now: number | null, locale: Locale): string =>
  formatDay(startOfDay(on), now, locale);
