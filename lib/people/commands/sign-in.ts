import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { clear, giveBack, hitAll } from '@/lib/throttle/throttle';
import { loginKey, type SignInInput, signInInput } from '../input';
import { openSession, type SignedIn } from '../open-session';
import { passwordFits } from '../passwords';
import { findAccount } from '../queries/find-account';

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

  return ctx.transaction((tx) => openSession(tx, ctx, found, { as: input.as }));
}
