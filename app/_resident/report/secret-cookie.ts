import { readQueryCode } from '@/lib/kernel/ids';
import { secureSite } from '@/lib/transport/session-cookie';

/** Query code and PIN of what was just sent, for the page that shows them and for ten minutes. */
export const secretCookie = 'report_secret';

export const secretCookieOptions = () =>
  ({ path: '/report/done', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 600 }) as const;

export const writeSecret = (queryCode: string, pin: string): string => `${queryCode}.${pin}`;

/** The PIN of `code`, when the cookie speaks of that very order. */
export function readSecret(value: string | undefined, code: string): string | null {
  const [of, pin] = (value ?? '').split('.');
  return of && of === readQueryCode(code) && /^\d{6}$/.test(pin ?? '') ? (pin ?? null) : null;
}
