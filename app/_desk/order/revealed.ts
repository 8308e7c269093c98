import { cookies } from 'next/headers';
import { secureSite } from '@/lib/transport/session-cookie';

/**
 * A name or phone that was just revealed, for five minutes, for this browser and this person alone; the act itself is
 * in the audit.
 */
export interface RevealedContact {
  name?: string;
  phone?: string;
}

const cookieName = 'revealed';
const shownSeconds = 300;

export async function readRevealed(personId: string): Promise<RevealedContact> {
  const text = (await cookies()).get(cookieName)?.value;
  if (!text) return {};
  try {
    const { by, name, phone } = JSON.parse(text) as Record<string, unknown>;
    if (by !== personId) return {};
    return {
      name: typeof name === 'string' ? name : undefined,
      phone: typeof phone === 'string' ? phone : undefined,
    };
  } catch {
    return {};
  }
}

/** In actions only. The cookie goes to the page of this one order and to no other. */
export async function keepRevealed(path: string, personId: string, more: RevealedContact): Promise<void> {
  const value = JSON.stringify({ ...(await readRevealed(personId)), ...more, by: personId });
  (await cookies()).set(cookieName, value, {
    path,
    httpOnly: true,
    sameSite: 'strict',
    secure: secureSite(),
    maxAge: shownSeconds,
  });
}
