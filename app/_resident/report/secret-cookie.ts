import { readQueryCode } from '@/lib/kernel/ids';
import { secureSite } from '@/lib/transport/session-cookie';

/**
 * Query code and PIN of what was just sent, for the page that shows them. Whoever reloads it by mistake must not lose
 * the PIN, so the browser that sent keeps it this long, and the page says so (3.1.4 speaks of staff).
 */
export const secretMinutes = 10;
export const secretCookie = 'report_secret';

export const secretCookieOptions = () =>
  ({
    path: '/report/done',
    httpOnly: true,
    sameSite: 'lax',
    secure: secureSite(),
    maxAge: secretMinutes * 60,
  }) as const;

export const writeSecret = (queryCode: string, pin: string): string => `${queryCode}.${pin}`;

/** The PIN of `code`, when the cookie speaks of that very order. */
export function readSecret(value: string | undefined, code: string): string | null {
  const [of, pin] = (value ?? '').split('.');
  return of && of === readQueryCode(code) && /^\d{6}$/.test(pin ?? '') ? (pin ?? null) : null;
}
