import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type AccountInput, accountInput } from '../input';
import { mayManageAccounts } from '../policy';
import { updateAccount } from '../store';

/** Opens a disabled account again; its password is the one it had. @throws forbidden `account.admin_only`, not_found `account.unknown` */
export async function enableAccount(ctx: Context, input: AccountInput): Promise<void> {
  if (!mayManageAccounts(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const { accountId } = parse(accountInput, input);
  await ctx.transaction(async (tx) => {
    if (!(await updateAccount(tx, accountId, { disabledAt: null }))) {
      throw new DomainError('not_found', 'account.unknown');
    }
    await writeAudit(tx, ctx, { action: 'account.enabled', subjectKind: 'account', subjectId: accountId });
  });
}
