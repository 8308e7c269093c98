import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { isDomainError } from '@/lib/kernel/errors';
import { signIn } from '@/lib/people/commands/sign-in';
import { signOut } from '@/lib/people/commands/sign-out';
import { findSession } from '@/lib/people/queries/find-session';
import { loadActor } from '@/lib/people/queries/load-actor';
import { logUnexpected } from './log';
import { clientAddress } from './peer-address';
import { contextOn, runtime } from './runtime';
import { authSecret, secureSite } from './session-cookie';

const longestSeconds = 180 * 24 * 3600;
const anonymous = { kind: 'anonymous' } as const;

async function liveActor(sessionId: unknown) {
  if (typeof sessionId !== 'string') return null;
  const ctx = contextOn(await runtime(), anonymous);
  const session = await findSession(ctx, { sessionId });
  const actor = session && (await loadActor(ctx, { personId: session.personId, session }));
  return session && actor ? { ctx, session, actor } : null;
}

/**
 * next-auth 4 behind the same session rows and the same throttled command as our own form: its cookie carries the id
 * of a row and nothing else, and a row that is over is nobody.
 */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    useSecureCookies: secureSite(),
    session: { strategy: 'jwt', maxAge: longestSeconds },
    pages: { signIn: '/login', error: '/login' },
    providers: [
      CredentialsProvider({
        credentials: { account: { type: 'text' }, password: { type: 'password' } },
        async authorize(typed, request) {
          const headers = new Headers(Object.entries((request.headers ?? {}) as Record<string, string>));
          const ctx = contextOn(await runtime(), anonymous, { address: clientAddress(headers) });
          const { account = '', password = '' } = typed ?? {};
          // Wrong or refused alike: next-auth shows what is thrown in an address, so nothing of it goes out.
          const opened = await signIn(ctx, { account, password, as: 'browser' }).catch((error: unknown) => {
            if (!isDomainError(error)) logUnexpected(error, ctx.requestId);
            return null;
          });
          return opened && { id: opened.personId, sid: opened.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && 'sid' in user ? { sid: user.sid } : { sid: token.sid }),
      async session({ session, token }) {
        const live = await liveActor(token.sid);
        return live
          ? { user: { name: live.actor.name }, expires: new Date(live.session.endsAt).toISOString() }
          : { expires: session.expires };
      },
    },
    events: {
      async signOut({ token }) {
        const live = await liveActor(token?.sid);
        if (live) await signOut({ ...live.ctx, actor: live.actor });
      },
    },
  };
}
