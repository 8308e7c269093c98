import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context, Role } from '@/lib/kernel/context';
import { account, membership, person } from '../tables';

export interface RoleHolder {
  personId: string;
  name: string;
  nameEn: string | null;
  role: Role;
  areaCode: string;
  unitCode: string | null;
  partyOrgCode: string | null;
  householdCode: string | null;
  bornYear: number | null;
  /** Kept for calls by staff about the work; residents' phones are not role holders'. */
  phone: string | null;
  /** False = in the register without a login, or disabled. */
  canSignIn: boolean;
}

type Asked = { on?: string } & (
  | { role: Role; areaCodes: string[] }
  | { unitCode: string }
  | { partyOrgCode: string; role: Role }
);

/**
 * Who holds a role in any of some areas, or belongs to a unit or a party organisation, on a date (default the domain's
 * today); ordered by name and id. For commands, candidates and notices: the caller's own policy decides who sees it.
 */
export async function listRoleHolders(ctx: Pick<Context, 'db' | 'now'>, asked: Asked): Promise<RoleHolder[]> {
  const on = asked.on ?? shanghaiDate(ctx.now());
  if ('areaCodes' in asked && asked.areaCodes.length === 0) return [];
  const which =
    'unitCode' in asked
      ? eq(membership.unitCode, asked.unitCode)
      : 'partyOrgCode' in asked
        ? and(eq(membership.partyOrgCode, asked.partyOrgCode), eq(membership.role, asked.role))
        : and(eq(membership.role, asked.role), inArray(membership.areaCode, asked.areaCodes));
  const rows = await ctx.db
    .select({ person, membership, accountId: account.id, disabledAt: account.disabledAt })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(account, eq(account.personId, membership.personId))
    .where(and(which, lte(membership.validFrom, on), or(isNull(membership.validTo), gte(membership.validTo, on))))
    .orderBy(person.displayName, membership.id);
  return rows.map((row) => ({
    personId: row.person.id,
    name: row.person.displayName,
    nameEn: row.person.nameEn,
    role: row.membership.role,
    areaCode: row.membership.areaCode,
    unitCode: row.membership.unitCode,
    partyOrgCode: row.membership.partyOrgCode,
    householdCode: row.person.householdCode,
    bornYear: row.person.bornYear,
    phone: row.person.phone,
    canSignIn: row.accountId !== null && row.disabledAt === null,
  }));
}
