import { cookies, headers } from 'next/headers';
import { chooseLocale, chooseMode, type Locale, localeCookie, type Mode, modeCookie } from '@/components/preferences';

/** Language and size of this request; for pages and route handlers alike. */
export async function readPreferences(): Promise<{ locale: Locale; mode: Mode }> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return {
    locale: chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language')),
    mode: chooseMode(jar.get(modeCookie)?.value),
  };
}
