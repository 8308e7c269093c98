import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { account, membership } from '../tables';

/**
 * Of these persons, those who can still be told something and act on it: an account that was not disabled, and a role
 * that stands on the domain's today.
 */
export async function livingAmong(
  ctx: Pick<Context, 'db' | 'now'>,
  personIds: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(personIds)];
  const on = shanghaiDate(ctx.now());
  const found = new Set<string>();
  for (let i = 0; i < ids.length; i += 200) {
    const rows = await ctx.db
      .selectDistinct({ personId: membership.personId })
      .from(membership)
      .innerJoin(account, eq(account.personId, membership.personId))
      .where(
        and(
          inArray(membership.personId, ids.slice(i, i + 200)),
          isNull(account.disabledAt),
          lte(membership.validFrom, on),
          or(isNull(membership.validTo), gte(membership.validTo, on)),
        ),
      );
    for (const { personId } of rows) found.add(personId);
  }
  return found;
}
