import { cookies } from 'next/headers';
import { isLocale, isMode, localeCookie, modeCookie, preferenceMaxAgeSeconds } from '@/components/preferences';
import { type Fields, one } from './fields';

/**
 * The buttons for size and language on the pages of the report send its form along, so that what was typed and not yet
 * sent is kept. @returns whether one of them was pressed
 */
export async function choosePreferences(posted: Fields): Promise<boolean> {
  const [mode, locale] = [one(posted, 'mode'), one(posted, 'locale')];
  const jar = await cookies();
  const options = { path: '/', maxAge: preferenceMaxAgeSeconds, sameSite: 'lax', httpOnly: true } as const;
  if (isMode(mode)) jar.set(modeCookie, mode, options);
  if (isLocale(locale)) jar.set(localeCookie, locale, options);
  return isMode(mode) || isLocale(locale);
}
