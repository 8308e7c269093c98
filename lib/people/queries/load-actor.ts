import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context, Membership, PersonActor, SessionKind } from '@/lib/kernel/context';
import { listCells } from '@/lib/places/queries/list-cells';
import { verifiedBy } from '../policy';
import { membership, person } from '../tables';
import { tiesOf } from './kin-of';
import { forestBelow } from './party-forest';

/** Roles that stand on the domain's today. */
async function membershipsOf(ctx: Context, personId: string, today: string): Promise<Membership[]> {
  return ctx.db
    .select({
      role: membership.role,
      areaCode: membership.areaCode,
      unitCode: membership.unitCode,
      partyOrgCode: membership.partyOrgCode,
    })
    .from(membership)
    .where(
      and(
        eq(membership.personId, personId),
        lte(membership.validFrom, today),
        or(isNull(membership.validTo), gte(membership.validTo, today)),
      ),
    )
    .orderBy(membership.id);
}

async function verifiedCells(ctx: Context, held: Membership[], today: string) {
  const orgs = new Set(held.flatMap((m) => (m.role === 'branch_verifier' && m.partyOrgCode ? [m.partyOrgCode] : [])));
  if (orgs.size === 0) return { own: [], asParent: [] };
  const forest = await forestBelow(ctx.db, [...orgs], today);
  const cells = [...forest.cellOrgs.keys()];
  // Cells that no organisation names fall to the general branch, so the whole community is looked at.
  for (const communityCode of new Set(cells.map((cell) => cell.slice(0, 12)))) {
    for (const cell of await listCells(ctx, { communityCode })) cells.push(cell.code);
  }
  return verifiedBy(forest, orgs, cells, today);
}

/**
 * The actor that a session or a person stands for, with everything a policy asks about: roles of the domain's today,
 * household, declared ties, and the cells that their branch verifies. Null when there is no such person.
 * `ctx` may be anybody's: its clock and database are used, not its actor.
 */
export async function loadActor(
  ctx: Context,
  input: { personId: string; session?: { id: string; kind: SessionKind } },
): Promise<PersonActor | null> {
  const { personId } = input;
  const rows = await ctx.db
    .select({ name: person.displayName, householdCode: person.householdCode })
    .from(person)
    .where(eq(person.id, personId));
  const row = rows[0];
  if (!row) return null;
  const today = shanghaiDate(ctx.now());
  const memberships = await membershipsOf(ctx, personId, today);
  const cells = await verifiedCells(ctx, memberships, today);
  return {
    kind: 'person',
    personId,
    sessionId: input.session?.id ?? 'none',
    sessionKind: input.session?.kind ?? 'staff',
    name: row.name,
    memberships,
    householdCode: row.householdCode,
    verifiesCells: cells.own,
    verifiesCellsAsParent: cells.asParent,
    ties: await tiesOf(ctx.db, personId),
  };
}
