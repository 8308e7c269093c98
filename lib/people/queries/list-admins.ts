import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { account, membership } from '../tables';

/** The system administrators whose account is open today, wherever they were appointed: the last whom one can tell. */
export async function listAdmins(ctx: Pick<Context, 'db' | 'now'>): Promise<string[]> {
  const on = shanghaiDate(ctx.now());
  const rows = await ctx.db
    .select({ personId: membership.personId })
    .from(membership)
    .innerJoin(account, eq(account.personId, membership.personId))
    .where(
      and(
        eq(membership.role, 'system_admin'),
        isNull(account.disabledAt),
        lte(membership.validFrom, on),
        or(isNull(membership.validTo), gte(membership.validTo, on)),
      ),
    )
    .orderBy(asc(membership.id));
  return [...new Set(rows.map((row) => row.personId))];
}
