import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { defaultRoute } from '@/lib/orders/tables';
import { account, membership, partyOrg, partyOrgCell, person, unit } from '@/lib/people/tables';
import { area, cellNeighbour, placePoint } from '@/lib/places/tables';
import { volunteer } from '@/lib/volunteers/tables';

// Codes, logins and ids of one community: far fewer than the values that one statement can carry.
const by = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T> =>
  new Map(rows.map((row) => [key(row), row]));

/** What the database holds of everything that the files can speak of, read inside the transaction that will write. */
export async function readStored(tx: Tx) {
  const holders = await tx
    .select({ login: account.login, kind: account.kind, person })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .orderBy(account.login);
  const memberships = await tx
    .select({ login: account.login, membership })
    .from(membership)
    .innerJoin(account, eq(account.personId, membership.personId))
    .orderBy(membership.id);
  const neighbours = await tx.select().from(cellNeighbour).orderBy(cellNeighbour.cellCode, cellNeighbour.neighbourCode);
  const cells = await tx.select().from(partyOrgCell).orderBy(partyOrgCell.partyOrgCode, partyOrgCell.cellCode);
  return {
    areas: by(await tx.select().from(area).orderBy(area.code), (row) => row.code),
    points: by(await tx.select().from(placePoint).orderBy(placePoint.code), (row) => row.code),
    neighbours: new Set(neighbours.map((row) => `${row.cellCode} ${row.neighbourCode}`)),
    units: by(await tx.select().from(unit).orderBy(unit.code), (row) => row.code),
    branches: by(await tx.select().from(partyOrg).orderBy(partyOrg.code), (row) => row.code),
    branchCells: new Set(cells.map((row) => `${row.partyOrgCode} ${row.cellCode}`)),
    holders: by(holders, (row) => row.login),
    memberships,
    volunteers: by(await tx.select().from(volunteer).orderBy(volunteer.personId), (row) => row.personId),
  };
}
export type Stored = Awaited<ReturnType<typeof readStored>>;

/** The stored default table of these items, whichever community the cells are of. */
export const storedRoutes = async (tx: Tx, items: readonly string[]) =>
  items.length === 0
    ? []
    : await tx
        .select()
        .from(defaultRoute)
        .where(inArray(defaultRoute.itemCode, [...items]))
        .orderBy(defaultRoute.itemCode, defaultRoute.cellCode);
