import type { Actor, Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { touchSession } from '@/lib/people/commands/touch-session';
import { findSession, type LiveSession } from '@/lib/people/queries/find-session';
import { loadActor } from '@/lib/people/queries/load-actor';
import { clientAddress } from './peer-address';
import { contextOn, type Runtime } from './runtime';
import { readSessionCookie } from './session-cookie';

export interface RequestContext {
  ctx: Context;
  session: LiveSession | null;
  by: 'bearer' | 'cookie' | 'nobody';
  /** The browser has a session that is over: idle for too long, revoked, or at its end. */
  sessionEnded: boolean;
}

const bearerToken = (headers: Headers): string | null => {
  const said = headers.get('authorization');
  return said === null ? null : (/^Bearer ([\w.~+/-]+=*)$/i.exec(said.trim())?.[1] ?? '');
};

async function actorOf(ctx: Context, session: LiveSession | null, use: boolean): Promise<Actor | null> {
  if (!session) return null;
  const actor = await loadActor(ctx, { personId: session.personId, session });
  if (actor && use) await touchSession(ctx, { sessionId: session.id, lastSeenAt: session.lastSeenAt });
  return actor;
}

/**
 * Who is calling, from nothing but the request's headers: session → actor. The session's row is looked at each time, so
 * a revoked one ends with the next click.
 * @param accept pages and actions read the cookie only; the API also takes bearer tokens and keys
 * @param use whether the call counts as use of the session, and puts its idle end off
 * @throws unauthenticated `auth.token_invalid`: who shows a token that is not good is told so, not taken for nobody
 */
export async function requestContext(
  runtime: Runtime,
  headers: Headers,
  accept: 'cookie' | 'cookie or bearer',
  { use = true }: { use?: boolean } = {},
): Promise<RequestContext> {
  const anonymous: Actor = { kind: 'anonymous' };
  const ctx = contextOn(runtime, anonymous, { address: clientAddress(headers) });
  const token = accept === 'cookie' ? null : bearerToken(headers);
  if (token !== null) {
    const session = token === '' ? null : await findSession(ctx, { token });
    const actor = await actorOf(ctx, session, use);
    if (!actor) throw new DomainError('unauthenticated', 'auth.token_invalid');
    return { ctx: { ...ctx, actor }, session, by: 'bearer', sessionEnded: false };
  }
  const sessionId = await readSessionCookie(headers);
  if (sessionId === null) return { ctx, session: null, by: 'nobody', sessionEnded: false };
  const session = await findSession(ctx, { sessionId });
  const actor = await actorOf(ctx, session, use);
  if (!actor) return { ctx, session: null, by: 'nobody', sessionEnded: true };
  return { ctx: { ...ctx, actor }, session, by: 'cookie', sessionEnded: false };
}
