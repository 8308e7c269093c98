import { z } from 'zod';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { roles } from '@/lib/kernel/context';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { DomainError } from '@/lib/kernel/errors';
import { signIn } from './commands/sign-in';
import { signOut } from './commands/sign-out';
import { signInInput } from './input';
import { getMe } from './queries/get-me';
import { loadActor } from './queries/load-actor';

const me = z.object({
  personId: z.string(),
  name: z.string(),
  account: z.string().nullable(),
  sessionKind: z.enum(['staff', 'volunteer', 'resident', 'token', 'api_key']),
  memberships: z.array(
    z.object({
      role: z.enum(roles),
      areaCode: z.string(),
      unitCode: z.string().nullable(),
      partyOrgCode: z.string().nullable(),
    }),
  ),
  abilities: z.array(z.string()),
  firstScreen: z.string(),
  passwordChangeDue: z.boolean(),
  lastLoginAt: z.string().nullable(),
});

async function describeMe(ctx: Context) {
  const found = await getMe(ctx);
  return { ...found, lastLoginAt: found.lastLoginAt === null ? null : rfc3339(found.lastLoginAt) };
}

const nothing = z.object({});

export const peopleEndpoints: EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/login',
    input: signInInput,
    output: z.object({ token: z.string(), expiresAt: z.string(), me }),
    audience: 'anyone',
    summary: 'Exchange an account and its password for a bearer token',
    async run(ctx, input) {
      const { token, sessionId, personId, expiresAt } = await signIn(ctx, { ...input, as: 'token' });
      const actor = await loadActor(ctx, { personId, session: { id: sessionId, kind: 'token' } });
      if (!actor || token === null) throw new DomainError('unauthenticated', 'auth.wrong_credentials');
      return { token, expiresAt: rfc3339(expiresAt), me: await describeMe({ ...ctx, actor }) };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/me',
    input: nothing,
    output: me,
    audience: 'signed_in',
    summary: 'Who is signed in, with memberships and abilities',
    run: describeMe,
  }),
  endpoint({
    method: 'POST',
    path: '/logout',
    input: nothing,
    output: nothing,
    audience: 'signed_in',
    summary: 'End the session of this token or cookie',
    async run(ctx) {
      await signOut(ctx);
      return {};
    },
  }),
];
