import { and, eq, gte, inArray, isNull, like, lte, or } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import type { OrgForest, OrgNode } from '../policy';
import { account, membership, partyOrg, partyOrgCell } from '../tables';

type Db = Pick<Reader, 'select'>;

const node = {
  code: partyOrg.code,
  parentCode: partyOrg.parentCode,
  kind: partyOrg.kind,
  validFrom: partyOrg.validFrom,
  validTo: partyOrg.validTo,
};

/** Loads `codes` and everything above them into `orgs`. */
async function loadUpwards(db: Db, orgs: Map<string, OrgNode>, codes: string[]): Promise<void> {
  let wanted = codes.filter((code) => !orgs.has(code));
  while (wanted.length > 0) {
    const rows = await db.select(node).from(partyOrg).where(inArray(partyOrg.code, wanted));
    for (const row of rows) orgs.set(row.code, row);
    wanted = [...new Set(rows.flatMap((row) => row.parentCode ?? []))].filter((code) => !orgs.has(code));
  }
}

/** Loads everything below `codes`. */
async function loadDownwards(db: Db, orgs: Map<string, OrgNode>, codes: string[]): Promise<void> {
  let parents = codes;
  while (parents.length > 0) {
    const rows = await db.select(node).from(partyOrg).where(inArray(partyOrg.parentCode, parents));
    parents = rows.flatMap((row) => (orgs.has(row.code) ? [] : [row.code]));
    for (const row of rows) orgs.set(row.code, row);
  }
}

/** Organisations with a verifier whose role stands on `on` and whose account was not disabled. */
async function staffedOf(db: Db, codes: string[], on: string): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await db
    .select({ code: membership.partyOrgCode })
    .from(membership)
    .leftJoin(account, eq(account.personId, membership.personId))
    .where(
      and(
        eq(membership.role, 'branch_verifier'),
        inArray(membership.partyOrgCode, codes),
        lte(membership.validFrom, on),
        or(isNull(membership.validTo), gte(membership.validTo, on)),
        isNull(account.disabledAt),
      ),
    );
  return new Set(rows.flatMap((row) => row.code ?? []));
}

const byCell = (rows: { partyOrgCode: string; cellCode: string }[]) => {
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.cellCode, [...(found.get(row.cellCode) ?? []), row.partyOrgCode]);
  return found;
};

async function forestOf(
  db: Db,
  orgs: Map<string, OrgNode>,
  rows: { partyOrgCode: string; cellCode: string }[],
  on: string,
): Promise<OrgForest> {
  await loadUpwards(
    db,
    orgs,
    rows.map((row) => row.partyOrgCode),
  );
  return { orgs, cellOrgs: byCell(rows), staffed: await staffedOf(db, [...orgs.keys()], on) };
}

/** What is needed to say who is in charge of one cell: its organisations, or those of its community, and all above. */
export async function forestOverCell(db: Db, cellCode: string, on: string): Promise<OrgForest> {
  const own = await db.select().from(partyOrgCell).where(eq(partyOrgCell.cellCode, cellCode));
  const rows =
    own.length > 0
      ? own
      : await db
          .select()
          .from(partyOrgCell)
          .where(like(partyOrgCell.cellCode, `${cellCode.slice(0, 12)}%`));
  return forestOf(db, new Map(), rows, on);
}

/** What is needed to say what `codes` verify: everything below them, its cells, and whoever else looks at those cells. */
export async function forestBelow(db: Db, codes: string[], on: string): Promise<OrgForest> {
  const orgs = new Map<string, OrgNode>();
  await loadUpwards(db, orgs, codes);
  await loadDownwards(db, orgs, codes);
  const below = await db
    .select({ cellCode: partyOrgCell.cellCode })
    .from(partyOrgCell)
    .where(inArray(partyOrgCell.partyOrgCode, [...orgs.keys()]));
  const cells = [...new Set(below.map((row) => row.cellCode))];
  const rows =
    cells.length === 0 ? [] : await db.select().from(partyOrgCell).where(inArray(partyOrgCell.cellCode, cells));
  return forestOf(db, orgs, rows, on);
}
