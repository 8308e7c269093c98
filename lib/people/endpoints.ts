import { z } from 'zod';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { roles } from '@/lib/kernel/context';
import { type EndpointRow, endpoint } from '@/lib/kernel/endpoint';
import { DomainError } from '@/lib/kernel/errors';
import { requestLoginCode } from './commands/request-login-code';
import { signIn } from './commands/sign-in';
import { signInByCode } from './commands/sign-in-by-code';
import { signOut } from './commands/sign-out';
import { signInByCodeInput, signInInput } from './input';
import type { SignedIn } from './open-session';
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

const opened = z.object({ token: z.string(), expiresAt: z.string(), me });
const askedCode = z.object({
  resendAfterSeconds: z.int(),
  validSeconds: z.int(),
  shown: z.string().nullable(),
});

async function describeSignedIn(ctx: Context, { token, sessionId, personId, expiresAt }: SignedIn) {
  const actor = await loadActor(ctx, { personId, session: { id: sessionId, kind: 'token' } });
  if (!actor || token === null) throw new DomainError('unauthenticated', 'auth.wrong_credentials');
  return { token, expiresAt: rfc3339(expiresAt), me: await describeMe({ ...ctx, actor }) };
}

export const peopleEndpoints: EndpointRow[] = [
  endpoint({
    method: 'POST',
    path: '/login',
    input: signInInput,
    output: opened,
    audience: 'anyone',
    summary: 'Exchange an account and its password for a bearer token',
    run: async (ctx, input) => describeSignedIn(ctx, await signIn(ctx, { ...input, as: 'token' })),
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
  endpoint({
    method: 'POST',
    path: '/login/code',
    // Not a union: a code of the wrong shape must not pass for a number alone.
    input: signInByCodeInput.partial({ code: true }),
    output: z.union([opened, askedCode]),
    audience: 'anyone',
    summary: 'Residents: ask for a one-time code by phone; with phone and code, exchange it for a bearer token',
    async run(ctx, input) {
      const { phone, code } = input;
      if (code !== undefined) return describeSignedIn(ctx, await signInByCode(ctx, { phone, code, as: 'token' }));
      const { codeId: _, ...asked } = await requestLoginCode(ctx, { phone });
      return asked;
    },
  }),
];
