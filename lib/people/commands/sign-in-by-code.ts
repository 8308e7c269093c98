import { writeAudit } from '@/lib/audit/store';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError, isUniqueViolation } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { smsWay } from '@/lib/sms/way';
import { giveBack, hit } from '@/lib/throttle/throttle';
import { countWrongTry, newestLoginCode, takeLoginCode } from '../code-store';
import { type SignInByCodeInput, signInByCodeInput } from '../input';
import { loginCodeHash, mostTries, phoneLogin } from '../login-codes';
import { openSession, type SignedIn } from '../open-session';
import { hashPassword, makePassword } from '../passwords';
import { ownerOfPhone, type PhoneAccount } from '../phone-owner';
import { accountsOfPhone, insertAccount, insertPerson, setAccountPhone } from '../store';

type Outcome =
  | { kind: 'in'; signedIn: SignedIn }
  | { kind: 'wrong'; left: number }
  | { kind: 'over' }
  | { kind: 'staff' }
  | { kind: 'disabled' };

/** A resident of whom nothing is known but the number. The password is one that nobody has. */
async function newResident(tx: Tx, ctx: Context, phone: string, passwordHash: string): Promise<PhoneAccount> {
  const personId = newId();
  const accountId = newId();
  const createdAt = ctx.now();
  await insertPerson(tx, { id: personId, displayName: '', phone, createdAt });
  await insertAccount(tx, {
    id: accountId,
    personId,
    login: phoneLogin(accountId),
    passwordHash,
    kind: 'resident',
    passwordChangedAt: createdAt,
    lastLogins: [],
    createdAt,
    phone,
  });
  await writeAudit(tx, ctx, {
    action: 'account.created',
    subjectKind: 'account',
    subjectId: accountId,
    data: { personId, kind: 'resident', by: 'phone_code' },
  });
  return { id: accountId, personId, kind: 'resident', lastLogins: [] };
}

/**
 * Opens a resident's session by the newest code of a mobile number. The code is used up in the same transaction, by a
 * guarded update, so that sent twice at once it opens one session. Of a number that nobody had, a resident is made who
 * is known by the number alone. Orders that were sent from this number without signing in are not attached: who has a
 * number today need not be who had it then.
 * @throws not_found `login.code_off`, unauthenticated `login.code_wrong` {left} | `login.code_over`,
 *   forbidden `login.staff_by_password` | `login.account_disabled`, too_many `throttle.login_address`
 */
export async function signInByCode(
  ctx: Context,
  input: SignInByCodeInput & { as: 'browser' | 'token' },
): Promise<SignedIn> {
  if ((await smsWay(ctx)) === null) throw new DomainError('not_found', 'login.code_off');
  const { phone, code } = parse(signInByCodeInput, input);
  const { address } = ctx.caller;
  // As with passwords: guesses are counted before anything is looked at, and an honest one is taken back.
  await hit(ctx, 'login.address', address);
  const nobodysPassword = await hashPassword(makePassword());
  const settle = async (tx: Tx): Promise<Outcome> => {
    const now = Date.now();
    const asked = await newestLoginCode(tx, phone);
    if (!asked) return { kind: 'over' };
    if (!(await takeLoginCode(tx, asked.id, loginCodeHash(asked.id, code), now))) {
      const tries = await countWrongTry(tx, asked.id, now);
      return tries === null || tries >= mostTries ? { kind: 'over' } : { kind: 'wrong', left: mostTries - tries };
    }
    const owner = ownerOfPhone(await accountsOfPhone(tx, phone), phone, ctx.now());
    if (owner.kind === 'staff' || owner.kind === 'disabled') return { kind: owner.kind };
    if (owner.kind === 'nobody' && owner.freed !== null) await setAccountPhone(tx, owner.freed, null);
    if (owner.kind === 'resident' && !owner.isProven) await setAccountPhone(tx, owner.account.id, phone);
    const account = owner.kind === 'resident' ? owner.account : await newResident(tx, ctx, phone, nobodysPassword);
    return { kind: 'in', signedIn: await openSession(tx, ctx, account, { as: input.as, by: 'phone_code' }) };
  };
  const outcome = await ctx
    .transaction(async (tx) => {
      const found = await settle(tx);
      // A refusal counts: it is written here and thrown outside.
      if (found.kind !== 'in') {
        await writeAudit(tx, ctx, {
          action: 'sign_in.refused',
          subjectKind: 'account',
          subjectId: 'unknown',
          data: { by: 'phone_code', why: found.kind },
        });
      }
      return found;
    })
    .catch((error: unknown): Outcome => {
      // Two codes of one new number, used at once: one of them made the account.
      if (isUniqueViolation(error)) return { kind: 'over' };
      throw error;
    });
  if (outcome.kind === 'wrong') {
    throw new DomainError('unauthenticated', 'login.code_wrong', { params: { left: outcome.left } });
  }
  if (outcome.kind === 'over') throw new DomainError('unauthenticated', 'login.code_over');
  await giveBack(ctx, 'login.address', address);
  if (outcome.kind === 'staff') throw new DomainError('forbidden', 'login.staff_by_password');
  if (outcome.kind === 'disabled') throw new DomainError('forbidden', 'login.account_disabled');
  return outcome.signedIn;
}
