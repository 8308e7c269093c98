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

/**
 * Takes the code out: it is shown once, on the slip, and never again to staff (3.1.4). Null when it was shown before.
 */
export function takeSlipSecret(jar: Jar, code: string): SlipSecret | null {
  const text = jar.get(cookieName)?.value;
  if (!text) return null;
  jar.set(cookieName, '', { ...at(code), maxAge: 0 });
  try {
    const { queryCode, pin } = JSON.parse(text) as Record<string, unknown>;
    if (typeof queryCode !== 'string') return null;
    return { queryCode, ...(typeof pin === 'string' ? { pin } : {}) };
  } catch {
    return null;
  }
}
