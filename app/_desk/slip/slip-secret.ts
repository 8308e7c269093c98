import type { SubmitResult } from '@/lib/orders/commands/submit-order';
import { secureSite } from '@/lib/transport/session-cookie';

export interface SlipSecret {
  queryCode: string;
  pin?: string;
}

interface Jar {
  get(name: string): { value: string } | undefined;
  set(name: string, value: string, options: Record<string, unknown>): void;
}

const cookieName = 'slip';
const keptSeconds = 600;
const at = (code: string) => ({ path: `/desk/slip/${code}`, httpOnly: true, sameSite: 'lax', secure: secureSite() });

/**
 * Hands the query code (and PIN) from the post to the slip's page and to no other, for ten minutes: whoever typed the
 * order may print once more when the printer jams. It lies in that clerk's browser alone; the database has its hash.
 */
export function keepSlipSecret(jar: Jar, { code, queryCode, pin }: SubmitResult, personId: string): void {
  jar.set(cookieName, JSON.stringify({ by: personId, queryCode, pin }), { ...at(code), maxAge: keptSeconds });
}

/**
 * The code that this person was just given to hand over; null once the ten minutes are over, and for whoever signs in
 * at the same counter meanwhile (docs/decisions/0020): afterwards it is never shown to staff again.
 */
export function readSlipSecret(jar: Pick<Jar, 'get'>, personId: string): SlipSecret | null {
  const text = jar.get(cookieName)?.value;
  if (!text) return null;
  try {
    const { by, queryCode, pin } = JSON.parse(text) as Record<string, unknown>;
    if (by !== personId || typeof queryCode !== 'string') return null;
    return { queryCode, ...(typeof pin === 'string' ? { pin } : {}) };
  } catch {
    return null;
  }
}
