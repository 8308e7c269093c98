import { writeAudit } from '@/lib/audit/store';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type AccountInput, accountInput } from '../input';
import { mayManageAccounts } from '../policy';
import { countAdmins, revokeSessionsOf, updateAccount } from '../store';

/**
 * Closes an account and ends every session of its person at once. The history of what they did stays.
 * @throws forbidden `account.admin_only`, not_found `account.unknown`, rule `account.last_admin`
 */
export async function disableAccount(ctx: Context, input: AccountInput): Promise<void> {
  if (!mayManageAccounts(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const { accountId } = parse(accountInput, input);
  await ctx.transaction(async (tx) => {
    const row = await updateAccount(tx, accountId, { disabledAt: ctx.now() });
    if (!row) throw new DomainError('not_found', 'account.unknown');
    // A person who administers closed the door behind the last of them; a loader may work before there is any.
    if (ctx.actor.kind === 'person' && (await countAdmins(tx, shanghaiDate(ctx.now()))) === 0) {
      throw new DomainError('rule', 'account.last_admin');
    }
    await revokeSessionsOf(tx, row.personId, Date.now());
    await writeAudit(tx, ctx, { action: 'account.disabled', subjectKind: 'account', subjectId: accountId });
  });
}
