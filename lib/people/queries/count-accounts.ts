import { and, count, eq, isNotNull, isNull, ne, type SQL } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageSomeMemberships } from '../policy';
import { account } from '../tables';

export interface AccountCounts {
  /** Accounts that may sign in, of everybody. */
  open: number;
  /** Of these, staff. */
  staff: number;
  disabled: number;
  /** Open ones of staff and volunteers whose owner has not changed the password that an administrator set. */
  initial: number;
}

/** How the register of accounts stands. @throws forbidden `account.admin_only` */
export async function countAccounts(ctx: Context): Promise<AccountCounts> {
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'account.admin_only');
  const of = async (where: SQL | undefined) => {
    const [row] = await ctx.db.select({ n: count() }).from(account).where(where);
    return row?.n ?? 0;
  };
  const open = isNull(account.disabledAt);
  return {
    open: await of(open),
    staff: await of(and(open, eq(account.kind, 'staff'))),
    disabled: await of(isNotNull(account.disabledAt)),
    // Residents who sign in by phone never had a password.
    initial: await of(and(open, ne(account.kind, 'resident'), eq(account.passwordChangedAt, 0))),
  };
}
