import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { clear } from '@/lib/throttle/throttle';
import { type AccountInput, accountInput } from '../input';
import { hashPassword, makePassword } from '../passwords';
import { mayManageAccounts } from '../policy';
import { revokeSessionsOf, updateAccount } from '../store';

/**
 * Gives an account a new password, shown once and to be changed by its owner, ends its sessions and opens its door.
 * @throws forbidden `account.admin_only`, not_found `account.unknown`
 */
export async function resetPassword(ctx: Context, input: AccountInput): Promise<{ login: string; password: string }> {
  if (!mayManageAccounts(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const { accountId } = parse(accountInput, input);
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  const { login } = await ctx.transaction(async (tx) => {
    const row = await updateAccount(tx, accountId, { passwordHash, passwordChangedAt: 0 });
    if (!row) throw new DomainError('not_found', 'account.unknown');
    await revokeSessionsOf(tx, row.personId, Date.now());
    await writeAudit(tx, ctx, { action: 'password.reset', subjectKind: 'account', subjectId: accountId });
    return row;
  });
  await clear(ctx, 'login', login);
  return { login, password };
}
