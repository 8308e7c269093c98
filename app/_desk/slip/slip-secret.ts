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

/** Hands the query code (and PIN) from the post to the slip's page and to no other; ten minutes at most. */
export function keepSlipSecret(jar: Jar, { code, queryCode, pin }: SubmitResult): void {
  jar.set(cookieName, JSON.stringify({ queryCode, pin }), { ...at(code), maxAge: keptSeconds });
}

/** Shown once, on the slip, and never again to staff (3.1.4): whoever printed it no longer has it. */
export const dropSlipSecret = (jar: Jar, code: string): void => jar.set(cookieName, '', { ...at(code), maxAge: 0 });

/** The code that is still to be shown; null when it was shown before. */
export function readSlipSecret(jar: Pick<Jar, 'get'>): SlipSecret | null {
  const text = jar.get(cookieName)?.value;
  if (!text) return null;
  try {
    const { queryCode, pin } = JSON.parse(text) as Record<string, unknown>;
    if (typeof queryCode !== 'string') return null;
    return { queryCode, ...(typeof pin === 'string' ? { pin } : {}) };
  } catch {
    return null;
  }
}
