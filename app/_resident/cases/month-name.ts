import type { Locale } from '@/components/preferences';
import { startOfDay } from '@/lib/calendar/shanghai';

/** `2024-01` → 2024年1月 / January 2024. */
export const monthName = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
  }).format(startOfDay(`${month}-01`));
