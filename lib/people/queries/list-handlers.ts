import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Reader, Role } from '@/lib/kernel/context';
import { account, membership, person, unit } from '../tables';
import type { Handler } from './find-handler';

export interface ListedHandler extends Handler {
  /** False for a person whose account is disabled. A unit can be handed to while somebody belongs to it. */
  enabled: boolean;
}

const validOn = (on: string) =>
  and(lte(membership.validFrom, on), or(isNull(membership.validTo), gte(membership.validTo, on)));

/**
 * Units by code and persons by id, as `findHandler` gives them one by one, in at most four queries; who is not known is
 * left out. `on` is a date of the domain's clock.
 */
export async function listHandlers(
  db: Reader,
  asked: { units: readonly string[]; persons: readonly string[] },
  on: string,
): Promise<{ units: Map<string, ListedHandler>; persons: Map<string, ListedHandler> }> {
  return { units: await unitsOf(db, [...asked.units], on), persons: await personsOf(db, [...asked.persons], on) };
}

async function unitsOf(db: Reader, codes: string[], on: string): Promise<Map<string, ListedHandler>> {
  if (codes.length === 0) return new Map();
  const rows = await db.select().from(unit).where(inArray(unit.code, codes));
  const members = await db
    .selectDistinct({ unitCode: membership.unitCode, personId: membership.personId })
    .from(membership)
    .where(and(inArray(membership.unitCode, codes), validOn(on)));
  return new Map(
    rows.map((row) => [
      row.code,
      {
        unitCode: row.code,
        personId: null,
        handlerGroup: row.handlerGroup,
        name: row.nameZh,
        nameEn: row.nameEn,
        phone: row.phone,
        areas: row.areas,
        members: members.filter(({ unitCode }) => unitCode === row.code).map(({ personId }) => personId),
        roles: [],
        enabled: true,
      },
    ]),
  );
}

async function personsOf(db: Reader, ids: string[], on: string): Promise<Map<string, ListedHandler>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ person, disabledAt: account.disabledAt })
    .from(person)
    .leftJoin(account, eq(account.personId, person.id))
    .where(inArray(person.id, ids));
  const held = await db
    .selectDistinct({ personId: membership.personId, role: membership.role })
    .from(membership)
    .where(and(inArray(membership.personId, ids), validOn(on)));
  const rolesOf = (id: string): Role[] => held.filter((row) => row.personId === id).map(({ role }) => role);
  return new Map(
    rows.map(({ person: row, disabledAt }) => [
      row.id,
      {
        unitCode: null,
        personId: row.id,
        handlerGroup: null,
        name: row.displayName,
        nameEn: row.nameEn,
        phone: row.phone,
        areas: [],
        members: [row.id],
        roles: rolesOf(row.id),
        enabled: disabledAt === null,
      },
    ]),
  );
}
