import { readQueryCode } from '@/lib/kernel/ids';
import { secureSite } from '@/lib/transport/session-cookie';

/** The query codes of what was sent from this browser, newest first. Whoever has the browser has the codes. */
export const myOrdersCookie = 'my_orders';
export const keptCodes = 5;

export const myOrdersCookieOptions = () =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 180 * 24 * 3600 }) as const;

/** The codes in a cookie's value; whatever is no query code is left out. */
export function readMyCodes(value: string | undefined): string[] {
  const codes = (value ?? '').split('.').flatMap((part) => readQueryCode(part) ?? []);
  return [...new Set<string>(codes)].slice(0, keptCodes);
}

/** The cookie's value with one more code at its head. */
export const withMyCode = (value: string | undefined, code: string): string =>
  [code, ...readMyCodes(value).filter((known) => known !== code)].slice(0, keptCodes).join('.');
