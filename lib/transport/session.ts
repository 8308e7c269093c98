import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Context, PersonActor } from '@/lib/kernel/context';
import type { SignedIn } from '@/lib/people/open-session';
import { type RequestContext, requestContext } from './request-context';
import { runtime } from './runtime';
import { mintSessionCookie, sessionCookieName, sessionCookieOptions } from './session-cookie';

/** Once per rendered request, however many layouts and pages ask. */
const ofThisRequest = cache(async (): Promise<RequestContext> => {
  // Before the runtime: `next build` learns here that a page needs a request, and no database is asked for.
  const sent = await headers();
  return requestContext(await runtime(), sent, 'cookie');
});

/** The context of a page, an action or a form's handler: who is signed in by cookie, else anonymous. */
export async function currentContext(): Promise<Context> {
  return (await ofThisRequest()).ctx;
}

/** Whether this browser was signed in and no longer is; the sign-in page says so. */
export async function sessionHasEnded(): Promise<boolean> {
  return (await ofThisRequest()).sessionEnded;
}

/**
 * How long this browser's session lasts on the real clock, milliseconds: `leftMs` if nothing follows this request, `lastMs`
 * whatever follows. Null when nobody is signed in.
 */
export async function sessionLeft(): Promise<{ leftMs: number; lastMs: number } | null> {
  const { session } = await ofThisRequest();
  const now = Date.now();
  return session && { leftMs: session.endsAfterUse - now, lastMs: session.expiresAt - now };
}

/** As `currentContext`, for pages that need somebody: others are sent to sign in and come back to `returnTo`. */
export async function signedInContext(returnTo: string): Promise<Context & { actor: PersonActor }> {
  const ctx = await currentContext();
  const { actor } = ctx;
  if (actor.kind !== 'person') redirect(`/login?next=${encodeURIComponent(returnTo)}`);
  return { ...ctx, actor };
}

/** Gives this browser the cookie of a session. In actions and handlers only. */
export async function keepSession(signedIn: Pick<SignedIn, 'sessionId' | 'expiresAt'>): Promise<void> {
  const { name, value, maxAge } = await mintSessionCookie(signedIn.sessionId, signedIn.expiresAt);
  (await cookies()).set(name, value, { ...sessionCookieOptions(), maxAge });
}

export async function forgetSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}
