import { eq } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { isValidOn, mayManageSomeMemberships } from '../policy';
import { membership } from '../tables';
import type { AccountView } from './list-accounts';

/**
 * The roles of one person of the register, with an account or without (an API key's), ended ones too, oldest first.
 * @throws forbidden `membership.not_allowed`
 */
export async function listMemberships(ctx: Context, input: { personId: string }): Promise<AccountView['memberships']> {
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'membership.not_allowed');
  const today = shanghaiDate(ctx.now());
  const rows = await ctx.db
    .select()
    .from(membership)
    .where(eq(membership.personId, input.personId))
    .orderBy(membership.id);
  return rows.map(({ personId: _, ...held }) => ({ ...held, active: isValidOn(held, today) }));
}
