import { eq } from 'drizzle-orm';
import { writeAudit } from '@/lib/audit/store';
import { dateOfDay, dayNumber, dayOfDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type EndMembershipInput, endMembershipInput } from '../input';
import { mayManageMembership, mayManageSomeMemberships } from '../policy';
import { closeMembership, countAdmins } from '../store';
import { membership } from '../tables';

/**
 * Sets the last day of a role. What was done in it stays done; the row stays.
 * @throws forbidden `membership.not_allowed`, not_found `membership.unknown`, rule `account.last_admin`,
 *   conflict `membership.already_ended` (also when it begins after that day)
 */
export async function endMembership(ctx: Context, input: EndMembershipInput): Promise<void> {
  const { membershipId, lastOn } = parse(endMembershipInput, input);
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'membership.not_allowed');
  await ctx.transaction(async (tx) => {
    const [held] = await tx.select().from(membership).where(eq(membership.id, membershipId));
    if (!held) throw new DomainError('not_found', 'membership.unknown');
    if (!mayManageMembership(ctx.actor, held)) throw new DomainError('forbidden', 'membership.not_allowed');
    const closed = await closeMembership(tx, membershipId, lastOn);
    if (!closed) throw new DomainError('conflict', 'membership.already_ended');
    if (closed.role === 'system_admin') {
      const after = dateOfDay(Math.max(dayOfDate(lastOn) + 1, dayNumber(ctx.now())));
      if ((await countAdmins(tx, after)) === 0) {
        throw new DomainError('rule', 'account.last_admin');
      }
    }
    await writeAudit(tx, ctx, {
      action: 'membership.ended',
      subjectKind: 'person',
      subjectId: closed.personId,
      data: { membershipId, role: closed.role, areaCode: closed.areaCode, lastOn },
    });
  });
}
