import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError, isUniqueViolation } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { type CreateAccountInput, createAccountInput } from '../input';
import { hashPassword, makePassword } from '../passwords';
import { mayManageAccounts } from '../policy';
import { countPersons, insertAccount, insertPerson } from '../store';

export interface CreatedAccount {
  accountId: string;
  personId: string;
  login: string;
  /** Made by the program, shown once, to be changed by its owner. */
  password: string;
}

/**
 * Gives a login to a person of the register, or to a new one. One person, one account: nobody shares one (2.8).
 * @throws forbidden `account.admin_only`, not_found `person.unknown`, conflict `account.login_taken`
 */
export async function createAccount(ctx: Context, input: CreateAccountInput): Promise<CreatedAccount> {
  if (!mayManageAccounts(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const { personId: given, displayName = '', login, kind, ...rest } = parse(createAccountInput, input);
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  const personId = given ?? newId();
  const accountId = newId();
  try {
    await ctx.transaction(async (tx) => {
      const createdAt = ctx.now();
      if (given === undefined) await insertPerson(tx, { id: personId, displayName, ...rest, createdAt });
      else if ((await countPersons(tx, [given])) === 0) throw new DomainError('not_found', 'person.unknown');
      await insertAccount(tx, {
        id: accountId,
        personId,
        login,
        passwordHash,
        kind,
        passwordChangedAt: 0,
        lastLogins: [],
        createdAt,
      });
      await writeAudit(tx, ctx, {
        action: 'account.created',
        subjectKind: 'account',
        subjectId: accountId,
        data: { personId, kind },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('conflict', 'account.login_taken');
    throw error;
  }
  return { accountId, personId, login, password };
}
