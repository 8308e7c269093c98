import { isReason } from '@/lib/kernel/input-issue';
import { secureSite } from '@/lib/transport/session-cookie';

/** Where this browser stands between the number and the code. */
export interface PhoneStep {
  phone: string;
  /** The code that was asked for; null while there is none. */
  codeId: string | null;
  refused: { reason: string; params: Record<string, string | number> } | null;
}

/** Held by the browser that asked: the code counts together with the number in it, so no other site can send both. */
export const stepCookie = 'login_phone';

export const stepCookieOptions = () =>
  ({ path: '/login', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 15 * 60 }) as const;

/** `refused`: what was wrong is said there, and on no later visit. */
export function loginPath({ next, refused = false }: { next?: string | null; refused?: boolean }): string {
  const query = new URLSearchParams({ ...(refused && { refused: '1' }), ...(next && { next }) }).toString();
  return query ? `/login?${query}` : '/login';
}

export const writeStep = (step: PhoneStep): string => Buffer.from(JSON.stringify(step)).toString('base64url');

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 60;

/** What the cookie says, or null when it says nothing that this program wrote. */
export function readStep(value: string | undefined): PhoneStep | null {
  try {
    const { phone, codeId, refused } = JSON.parse(Buffer.from(value ?? '', 'base64url').toString()) as PhoneStep;
    if (!isText(phone)) return null;
    const isKnown = refused !== null && isReason(refused.reason) && typeof refused.params === 'object';
    return { phone, codeId: isText(codeId) ? codeId : null, refused: isKnown ? refused : null };
  } catch {
    return null;
  }
}
