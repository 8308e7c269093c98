import { decode, encode } from 'next-auth/jwt';

/** Sessions are row ids inside next-auth's encrypted cookie; the row is looked at on each request. */
export const secureSite = (): boolean =>
  (process.env.PUBLIC_ORIGIN ?? process.env.NEXTAUTH_URL ?? '').startsWith('https://');

export const sessionCookieName = (): string => `${secureSite() ? '__Secure-' : ''}next-auth.session-token`;

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secureSite() }) as const;

/** @throws when the secret is missing: a program that cannot sign anybody in must say so, not guess */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret || secret.length < 16) throw new Error('NEXTAUTH_SECRET is missing or shorter than 16 characters');
  return secret;
}

/** The cookie's value for a session, valid as long as the row is. */
export async function mintSessionCookie(
  sessionId: string,
  expiresAt: number,
): Promise<{ name: string; value: string; maxAge: number }> {
  const maxAge = Math.max(1, Math.floor((expiresAt - Date.now()) / 1000));
  const value = await encode({ token: { sid: sessionId }, secret: authSecret(), maxAge });
  return { name: sessionCookieName(), value, maxAge };
}

function cookieValue(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

export const hasSessionCookie = (headers: Headers): boolean => cookieValue(headers, sessionCookieName()) !== null;

/** The session id in the cookie; null when there is none, or it was not made by this program, or it is over. */
export async function readSessionCookie(headers: Headers): Promise<string | null> {
  const value = cookieValue(headers, sessionCookieName());
  if (value === null) return null;
  try {
    const token = await decode({ token: value, secret: authSecret() });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}
