import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { clear, giveBack, hitAll } from '@/lib/throttle/throttle';
import { loginKey, type SignInInput, signInInput } from '../input';
import { passwordFits } from '../passwords';
import { findAccount } from '../queries/find-account';
import { sessionEndsAt } from '../sessions';
import { insertSession, updateAccount } from '../store';
import { makeToken, tokenHash } from '../tokens';

export interface SignedIn {
  sessionId: string;
  personId: string;
  /** Shown once: only its hash is kept. Null for a browser. */
  token: string | null;
  /** Real clock, epoch milliseconds. */
  expiresAt: number;
}

/**
 * Opens a session by login and password: a row for a browser, a bearer token for the API.
 * A login that does not exist, a wrong password and a disabled account give one answer, after the same work.
 * Five failures of one login, or twenty from one address, close the door for 15 minutes (2.8 [O]; settings).
 * @throws unauthenticated `auth.wrong_credentials`, too_many `throttle.login` | `throttle.login_address`
 */
export async function signIn(ctx: Context, input: SignInInput & { as: 'browser' | 'token' }): Promise<SignedIn> {
  const typed = parse(signInInput, input);
  const login = loginKey(typed.account);
  const { address } = ctx.caller;
  // Counted before the password is looked at, and committed, so that a hundred guesses at once are a hundred guesses.
  await hitAll(ctx, [
    { name: 'login', subject: login },
    { name: 'login.address', subject: address },
  ]);
  const found = await findAccount(ctx, { login });
  const fits = await passwordFits(found?.passwordHash ?? null, typed.password);
  if (!found || !fits || found.disabledAt !== null) {
    await ctx.transaction((tx) =>
      writeAudit(tx, ctx, { action: 'sign_in.refused', subjectKind: 'account', subjectId: found?.id ?? 'unknown' }),
    );
    throw new DomainError('unauthenticated', 'auth.wrong_credentials');
  }
  await clear(ctx, 'login', login);
  await giveBack(ctx, 'login.address', address);

  const now = Date.now();
  const sessionId = newId();
  const token = input.as === 'token' ? makeToken('token') : null;
  const expiresAt = sessionEndsAt(found.kind, now);
  await ctx.transaction(async (tx) => {
    await insertSession(tx, {
      id: sessionId,
      personId: found.personId,
      kind: token === null ? found.kind : 'token',
      tokenHash: token === null ? null : tokenHash(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    await updateAccount(tx, found.id, { lastLogins: [ctx.now(), ...found.lastLogins].slice(0, 5) });
    await writeAudit(tx, ctx, {
      action: 'sign_in.accepted',
      subjectKind: 'account',
      subjectId: found.id,
      data: { as: input.as },
    });
  });
  return { sessionId, personId: found.personId, token, expiresAt };
}
