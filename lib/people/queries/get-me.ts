import type { Context, Membership, SessionKind } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { maskPhone } from '@/lib/kernel/text';
import { isPhoneLogin } from '../login-codes';
import { type Ability, abilitiesOf, firstScreen } from '../policy';
import { findAccount } from './find-account';

// 2.8 [O]: a password is 90 days old at most; then its owner is warned, never locked out.
const passwordKeptMs = 90 * 24 * 3_600_000;

export interface Me {
  personId: string;
  /** Of somebody of whom only a number is known: that number, masked. */
  name: string;
  /** What is typed to sign in; null for an API key's person and for who signs in by phone alone. */
  account: string | null;
  sessionKind: SessionKind;
  memberships: Membership[];
  abilities: Ability[];
  firstScreen: string;
  /** An administrator set it, or it is older than 90 days. */
  passwordChangeDue: boolean;
  /** The sign-in before this one, on the domain's clock. */
  lastLoginAt: number | null;
}

/** Who is signed in. @throws unauthenticated `auth.sign_in_required` */
export async function getMe(ctx: Context): Promise<Me> {
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'auth.sign_in_required');
  const own = await findAccount(ctx, { personId: actor.personId });
  return {
    personId: actor.personId,
    name: actor.name || maskPhone(own?.phone ?? ''),
    account: own === null || isPhoneLogin(own.login) ? null : own.login,
    sessionKind: actor.sessionKind,
    memberships: actor.memberships,
    abilities: abilitiesOf(actor),
    firstScreen: firstScreen(actor),
    passwordChangeDue: own !== null && !isPhoneLogin(own.login) && ctx.now() - own.passwordChangedAt > passwordKeptMs,
    lastLoginAt: own?.lastLogins[1] ?? null,
  };
}
