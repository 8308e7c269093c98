import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, isLocale, localeCookie } from '@/components/preferences';

/**
 * The language of a request: what the caller names, else cookie, `Accept-Language`, Chinese. No address holds a locale.
 * Texts are rendered on the server only; the browser gets no messages.
 */
export default getRequestConfig(async ({ locale: named }) => {
  const locale = isLocale(named)
    ? named
    : chooseLocale((await cookies()).get(localeCookie)?.value, (await headers()).get('accept-language'));
  const { default: messages } = await import(`../messages/${locale}.json`);
  return { locale, messages, timeZone: 'Asia/Shanghai' };
});
