import type { Locale } from '@/components/preferences';
import { shanghaiTime } from '@/lib/calendar/shanghai';

/** 1月12日 14:00 / 12 Jan 14:00: never 明天, because a receipt is read again on other days. */
export function exactWhen(at: number, locale: Locale): string {
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(at);
  return `${day} ${shanghaiTime(at)}`;
}
