import { and, eq } from 'drizzle-orm';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { type GrantMembershipInput, grantMembershipInput } from '../input';
import { mayManageMembership, rivalOf } from '../policy';
import { countPersons, insertMembership } from '../store';
import { membership, partyOrg, unit } from '../tables';

/**
 * Gives a person a role in an area from a day on. A system administrator anywhere, a street officer for work inside
 * the street; nobody for themselves. Administering and auditing never meet in one person (2.8).
 * @throws forbidden `membership.not_allowed`, rule `membership.own` | `membership.rival_role`,
 *   not_found `person.unknown` | `unit.unknown` | `party_org.unknown`
 */
export async function grantMembership(ctx: Context, input: GrantMembershipInput): Promise<{ membershipId: string }> {
  const row = parse(grantMembershipInput, input);
  const { actor } = ctx;
  if (!mayManageMembership(actor, row)) throw new DomainError('forbidden', 'membership.not_allowed');
  if (actor.kind === 'person' && actor.personId === row.personId) throw new DomainError('rule', 'membership.own');
  const membershipId = newId();
  await ctx.transaction(async (tx) => {
    if ((await countPersons(tx, [row.personId])) === 0) throw new DomainError('not_found', 'person.unknown');
    if (row.unitCode !== undefined && (await tx.$count(unit, eq(unit.code, row.unitCode))) === 0) {
      throw new DomainError('not_found', 'unit.unknown');
    }
    if (row.partyOrgCode !== undefined && (await tx.$count(partyOrg, eq(partyOrg.code, row.partyOrgCode))) === 0) {
      throw new DomainError('not_found', 'party_org.unknown');
    }
    const rival = rivalOf[row.role];
    if (rival) {
      const held = await tx
        .select({ validTo: membership.validTo })
        .from(membership)
        .where(and(eq(membership.personId, row.personId), eq(membership.role, rival)));
      if (held.some((m) => m.validTo === null || m.validTo >= row.validFrom)) {
        throw new DomainError('rule', 'membership.rival_role');
      }
    }
    await insertMembership(tx, { id: membershipId, ...row });
    const { personId, ...granted } = row;
    await writeAudit(tx, ctx, {
      action: 'membership.granted',
      subjectKind: 'person',
      subjectId: personId,
      data: { membershipId, ...granted },
    });
  });
  return { membershipId };
}
