import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { isValidOn, mayManageSomeMemberships } from '../policy';
import { partyOrg } from '../tables';

export type PartyOrgView = typeof partyOrg.$inferSelect;

/** Party organisations that stand today, by code: whoever appoints verifiers chooses among them. @throws forbidden `membership.not_allowed` */
export async function listPartyOrgs(ctx: Context): Promise<PartyOrgView[]> {
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'membership.not_allowed');
  const today = shanghaiDate(ctx.now());
  const rows = await ctx.db.select().from(partyOrg).orderBy(partyOrg.code);
  return rows.filter((row) => isValidOn(row, today));
}
