import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import type { AccountRow } from '../store';
import { account } from '../tables';

/** One account with its password hash, for the commands of this slice only; it never leaves the server. */
export async function findAccount(
  ctx: Context,
  by: { login: string } | { personId: string },
): Promise<AccountRow | null> {
  const where = 'login' in by ? eq(account.login, by.login) : eq(account.personId, by.personId);
  const rows = await ctx.db.select().from(account).where(where);
  return rows[0] ?? null;
}
