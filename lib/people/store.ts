import { and, count, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { account, membership, partyOrg, partyOrgCell, person, personTie, session, unit } from './tables';

type NewPerson = typeof person.$inferInsert;
type NewAccount = typeof account.$inferInsert;
type NewSession = typeof session.$inferInsert;
type NewMembership = typeof membership.$inferInsert;
export type AccountRow = typeof account.$inferSelect;
export type MembershipRow = typeof membership.$inferSelect;

export async function insertPerson(tx: Tx, row: NewPerson): Promise<void> {
  await tx.insert(person).values({ ...row, phoneTail: row.phone ? row.phone.slice(-4) : null });
}

/** @throws the engine's unique violation when the login, or the person's account, stands already */
export async function insertAccount(tx: Tx, row: NewAccount): Promise<void> {
  await tx.insert(account).values(row);
}

export async function updateAccount(
  tx: Tx,
  id: string,
  set: Partial<Pick<AccountRow, 'passwordHash' | 'passwordChangedAt' | 'disabledAt' | 'lastLogins'>>,
): Promise<AccountRow | null> {
  const rows = await tx.update(account).set(set).where(eq(account.id, id)).returning();
  return rows[0] ?? null;
}

/** Changes the password only while it is still the one that was just proven; false when somebody was first. */
export async function replacePassword(
  tx: Tx,
  id: string,
  fromHash: string,
  set: Pick<AccountRow, 'passwordHash' | 'passwordChangedAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(account)
    .set(set)
    .where(and(eq(account.id, id), eq(account.passwordHash, fromHash)))
    .returning({ id: account.id });
  return rows.length > 0;
}

export async function insertSession(tx: Tx, row: NewSession): Promise<void> {
  await tx.insert(session).values(row);
}

/** Notes that the session was used, unless that was noted after `before`. */
export async function touchSession(tx: Tx, id: string, at: number, before: number): Promise<void> {
  await tx
    .update(session)
    .set({ lastSeenAt: at })
    .where(and(eq(session.id, id), lte(session.lastSeenAt, before)));
}

/** Ends sessions of one person: one of them, all, or all but one. @returns the ids that ended now */
export async function revokeSessionsOf(
  tx: Tx,
  personId: string,
  at: number,
  which: { only?: string; except?: string } = {},
): Promise<string[]> {
  const rows = await tx
    .update(session)
    .set({ revokedAt: at })
    .where(
      and(
        eq(session.personId, personId),
        isNull(session.revokedAt),
        which.only === undefined ? undefined : eq(session.id, which.only),
        which.except === undefined ? undefined : ne(session.id, which.except),
      ),
    )
    .returning({ id: session.id });
  return rows.map((row) => row.id);
}

/** Removes sessions that ended before `before`. @returns how many */
export async function removeOldSessions(tx: Tx, before: number): Promise<number> {
  const rows = await tx.delete(session).where(lte(session.expiresAt, before)).returning({ id: session.id });
  return rows.length;
}

/** Accounts that have proven this number, and those whose person the register gives it to. */
export async function accountsOfPhone(tx: Tx, phone: string): Promise<AccountRow[]> {
  const rows = await tx
    .select({ account })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(or(eq(account.phone, phone), eq(person.phone, phone)))
    .orderBy(account.id);
  return rows.map((row) => row.account);
}

/** Notes the number that a code has proven, or lets it go. */
export async function setAccountPhone(tx: Tx, id: string, phone: string | null): Promise<void> {
  await tx.update(account).set({ phone }).where(eq(account.id, id));
}

export async function insertMembership(tx: Tx, row: NewMembership): Promise<void> {
  await tx.insert(membership).values(row);
}

/** Sets the last day of a membership that still stands on it; null when it does not, or had ended before. */
export async function closeMembership(tx: Tx, id: string, lastOn: string): Promise<MembershipRow | null> {
  const rows = await tx
    .update(membership)
    .set({ validTo: lastOn })
    .where(
      and(
        eq(membership.id, id),
        lte(membership.validFrom, lastOn),
        or(isNull(membership.validTo), gt(membership.validTo, lastOn)),
      ),
    )
    .returning();
  return rows[0] ?? null;
}

/** How many system administrators with a usable account stand on `on`; the last one cannot be removed. */
export async function countAdmins(tx: Tx, on: string): Promise<number> {
  const rows = await tx
    .select({ personId: membership.personId, validTo: membership.validTo })
    .from(membership)
    .innerJoin(account, eq(account.personId, membership.personId))
    .where(and(eq(membership.role, 'system_admin'), lte(membership.validFrom, on), isNull(account.disabledAt)));
  return new Set(rows.filter((row) => row.validTo === null || row.validTo >= on).map((row) => row.personId)).size;
}

/** @returns false when the tie was declared before */
export async function insertTie(tx: Tx, row: typeof personTie.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(personTie).values(row).onConflictDoNothing().returning({ a: personTie.personA });
  return rows.length > 0;
}

/** @returns false when there was none */
export async function deleteTie(tx: Tx, a: string, b: string): Promise<boolean> {
  const rows = await tx
    .delete(personTie)
    .where(and(eq(personTie.personA, a), eq(personTie.personB, b)))
    .returning({ a: personTie.personA });
  return rows.length > 0;
}

export async function countPersons(tx: Tx, ids: string[]): Promise<number> {
  const rows = await tx.select({ n: count() }).from(person).where(inArray(person.id, ids));
  return rows[0]?.n ?? 0;
}

const chunk = 200;

// `excluded` is the row that came too late; both engines know it.
const renewed = {
  person: {
    displayName: sql`excluded.display_name`,
    nameEn: sql`excluded.name_en`,
    phone: sql`excluded.phone`,
    phoneTail: sql`excluded.phone_tail`,
    bornYear: sql`excluded.born_year`,
    householdCode: sql`excluded.household_code`,
  },
  unit: {
    handlerGroup: sql`excluded.handler_group`,
    nameZh: sql`excluded.name_zh`,
    nameEn: sql`excluded.name_en`,
    phone: sql`excluded.phone`,
    areas: sql`excluded.areas`,
  },
  partyOrg: {
    parentCode: sql`excluded.parent_code`,
    kind: sql`excluded.kind`,
    nameZh: sql`excluded.name_zh`,
    nameEn: sql`excluded.name_en`,
    validFrom: sql`excluded.valid_from`,
    validTo: sql`excluded.valid_to`,
    purpose: sql`excluded.purpose`,
    members: sql`excluded.members`,
    votingMembers: sql`excluded.voting_members`,
  },
};

/**
 * Stores a register. Known persons, units and party organisations are renewed; the cells of the organisations given are
 * afterwards those given. Engines bound the number of values of one statement.
 */
export async function insertMany(
  tx: Tx,
  rows: {
    persons: NewPerson[];
    accounts: NewAccount[];
    memberships: NewMembership[];
    units: (typeof unit.$inferInsert)[];
    partyOrgs: (typeof partyOrg.$inferInsert)[];
    partyOrgCells: (typeof partyOrgCell.$inferInsert)[];
    ties: (typeof personTie.$inferInsert)[];
  },
): Promise<void> {
  const each = async <R>(list: R[], insert: (part: R[]) => PromiseLike<unknown>) => {
    for (let at = 0; at < list.length; at += chunk) await insert(list.slice(at, at + chunk));
  };
  await each(rows.persons, (part) =>
    tx.insert(person).values(part).onConflictDoUpdate({ target: person.id, set: renewed.person }),
  );
  await each(rows.accounts, (part) => tx.insert(account).values(part));
  await each(rows.memberships, (part) => tx.insert(membership).values(part));
  await each(rows.units, (part) =>
    tx.insert(unit).values(part).onConflictDoUpdate({ target: unit.code, set: renewed.unit }),
  );
  await each(rows.partyOrgs, async (part) => {
    await tx.insert(partyOrg).values(part).onConflictDoUpdate({ target: partyOrg.code, set: renewed.partyOrg });
    const codes = part.map((org) => org.code);
    await tx.delete(partyOrgCell).where(inArray(partyOrgCell.partyOrgCode, codes));
  });
  await each(rows.partyOrgCells, (part) => tx.insert(partyOrgCell).values(part));
  await each(rows.ties, (part) => tx.insert(personTie).values(part));
}
