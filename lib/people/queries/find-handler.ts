import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { Reader, Role } from '@/lib/kernel/context';
import { account, membership, person, unit } from '../tables';

/** Who an order can be handed to. `members` are the persons who handle it: all of a unit, or the one person. */
export interface Handler {
  unitCode: string | null;
  personId: string | null;
  handlerGroup: string | null;
  name: string;
  nameEn: string | null;
  phone: string | null;
  /** Where a unit works: cells, communities or a street; empty for a person. */
  areas: string[];
  members: string[];
  /** The person's roles today; empty for a unit. */
  roles: Role[];
}

const validOn = (on: string) =>
  and(lte(membership.validFrom, on), or(isNull(membership.validTo), gte(membership.validTo, on)));

/** A unit by its code, or a person by id or account; null when there is none. `on` is a date of the domain's clock. */
export async function findHandler(
  db: Reader,
  target: { unit: string } | { person: string },
  on: string,
): Promise<Handler | null> {
  return 'unit' in target ? findUnit(db, target.unit, on) : findPerson(db, target.person, on);
}

async function findUnit(db: Reader, code: string, on: string): Promise<Handler | null> {
  const [row] = await db.select().from(unit).where(eq(unit.code, code));
  if (!row) return null;
  const members = await db
    .selectDistinct({ personId: membership.personId })
    .from(membership)
    .where(and(eq(membership.unitCode, code), validOn(on)));
  return {
    unitCode: code,
    personId: null,
    handlerGroup: row.handlerGroup,
    name: row.nameZh,
    nameEn: row.nameEn,
    phone: row.phone,
    areas: row.areas,
    members: members.map((m) => m.personId),
    roles: [],
  };
}

async function findPerson(db: Reader, key: string, on: string): Promise<Handler | null> {
  const [byAccount] = await db
    .select({ id: account.personId })
    .from(account)
    .where(eq(account.login, key.toLowerCase()));
  const [row] = await db
    .select()
    .from(person)
    .where(eq(person.id, byAccount?.id ?? key));
  if (!row) return null;
  const held = await db
    .selectDistinct({ role: membership.role })
    .from(membership)
    .where(and(eq(membership.personId, row.id), validOn(on)));
  return {
    unitCode: null,
    personId: row.id,
    handlerGroup: null,
    name: row.displayName,
    nameEn: row.nameEn,
    phone: row.phone,
    areas: [],
    members: [row.id],
    roles: held.map((m) => m.role),
  };
}
