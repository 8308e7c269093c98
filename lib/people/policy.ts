import type { Actor, PersonActor, Role } from '@/lib/kernel/context';
import type { PartyOrgKind } from './status';

const holds = (actor: Actor, role: Role): actor is PersonActor =>
  actor.kind === 'person' && actor.memberships.some((m) => m.role === role);

export const isSystemAdmin = (actor: Actor): boolean => holds(actor, 'system_admin');

/** Accounts, passwords, API keys: the system administrator alone (2.8: rights per user, separation of administrators). */
export const mayManageAccounts = (actor: Actor): boolean => actor.kind === 'system' || isSystemAdmin(actor);

/** A street officer appoints for work inside the street, never those who watch or administer (2.8: 三员分立). */
const outsideOfStreet: readonly Role[] = ['system_admin', 'audit_admin', 'supervisor', 'street_officer'];

/** Area codes are nested by prefix: zone 6, street 9, community 12, cell 15 digits, then parts after a dash. */
export const liesWithin = (areaCode: string, above: string): boolean => areaCode.startsWith(above);

export function mayManageMembership(actor: Actor, membership: { role: Role; areaCode: string }): boolean {
  if (actor.kind === 'system' || isSystemAdmin(actor)) return true;
  if (actor.kind !== 'person' || outsideOfStreet.includes(membership.role)) return false;
  return actor.memberships.some((m) => m.role === 'street_officer' && liesWithin(membership.areaCode, m.areaCode));
}

export const mayManageSomeMemberships = (actor: Actor): boolean =>
  actor.kind === 'system' || isSystemAdmin(actor) || holds(actor, 'street_officer');

/** Whoever administers must not also read the audit trail of it (2.8). */
export const rivalOf: Partial<Record<Role, Role>> = { system_admin: 'audit_admin', audit_admin: 'system_admin' };

/** Registers of names and units are for those who work with them. */
export const worksHere = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && actor.memberships.some((m) => m.role !== 'resident' && m.role !== 'volunteer'));

// Paid or elected staff. A volunteer is only ever offered work (志愿服务条例 25).
const orderable: readonly Role[] = [
  'grid_worker',
  'cell_lead',
  'unit_staff',
  'mediator',
  'hall_clerk',
  'dispatcher',
  'secretary',
  'street_officer',
];

/** Whether somebody of these roles may be given an order without being asked. */
export const mayBeOrdered = (roles: readonly Role[]): boolean => roles.some((role) => orderable.includes(role));

export type Ability =
  | 'dispatch'
  | 'handle'
  | 'verify'
  | 'volunteer'
  | 'oversee'
  | 'manage_accounts'
  | 'manage_memberships'
  | 'read_audit';

const abilityRoles: Record<Exclude<Ability, 'manage_memberships'>, readonly Role[]> = {
  dispatch: ['dispatcher', 'hall_clerk', 'secretary', 'street_officer'],
  handle: ['grid_worker', 'cell_lead', 'unit_staff'],
  verify: ['branch_verifier'],
  volunteer: ['volunteer'],
  oversee: ['supervisor'],
  manage_accounts: ['system_admin'],
  read_audit: ['audit_admin'],
};

/** What this person may do at all; what they may do to one record travels with that record. */
export function abilitiesOf(actor: Actor): Ability[] {
  if (actor.kind !== 'person') return [];
  const found = (Object.keys(abilityRoles) as (keyof typeof abilityRoles)[]).filter((ability) =>
    abilityRoles[ability].some((role) => holds(actor, role)),
  ) as Ability[];
  if (mayManageSomeMemberships(actor)) found.push('manage_memberships');
  return found;
}

/** Where a person lands after signing in: the screen of the role they hold, the desk first when they hold several. */
export function firstScreen(actor: Actor): string {
  const can = new Set(abilitiesOf(actor));
  if (can.has('dispatch')) return '/desk';
  if (can.has('handle')) return '/handle';
  if (can.has('verify')) return '/verify';
  if (can.has('volunteer')) return '/volunteer';
  if (can.has('manage_accounts') || can.has('read_audit')) return '/admin';
  if (can.has('oversee')) return '/oversight';
  return '/';
}

/** Valid on `on` (`YYYY-MM-DD`); the last day counts. */
export const isValidOn = (row: { validFrom: string; validTo: string | null }, on: string): boolean =>
  row.validFrom <= on && (row.validTo === null || on <= row.validTo);

export interface OrgNode {
  code: string;
  parentCode: string | null;
  kind: PartyOrgKind;
  validFrom: string;
  validTo: string | null;
}

/** As much of the party's tree as a question needs. */
export interface OrgForest {
  orgs: ReadonlyMap<string, OrgNode>;
  /** cell → the organisations that look at its ground */
  cellOrgs: ReadonlyMap<string, readonly string[]>;
  /** Organisations with at least one active verifier. */
  staffed: ReadonlySet<string>;
}

/** The community of a cell, or a community itself: the code's first twelve digits. */
export const communityOf = (areaCode: string): string => areaCode.slice(0, 12);

// Where several look at one cell: its own branch, a temporary one while it lasts, then what stands above both.
const nearness: Record<PartyOrgKind, number> = { branch: 0, temp_branch: 1, general_branch: 2, committee: 3 };

function climb(forest: OrgForest, from: string): OrgNode[] {
  const path: OrgNode[] = [];
  let node = forest.orgs.get(from);
  while (node && !path.includes(node)) {
    path.push(node);
    node = node.parentCode === null ? undefined : forest.orgs.get(node.parentCode);
  }
  return path;
}

/** A cell without a branch of its own (901) belongs to the general branch above its community's branches. */
function generalBranchOf(forest: OrgForest, community: string): string[] {
  const found = new Set<string>();
  for (const [cell, codes] of forest.cellOrgs) {
    if (communityOf(cell) !== community) continue;
    for (const code of codes) {
      const general = climb(forest, code).find((org) => org.kind === 'general_branch');
      if (general) found.add(general.code);
    }
  }
  return [...found].sort();
}

/** The organisations that stand over a cell, nearest first, valid or not. */
export function chainOf(forest: OrgForest, cellCode: string): OrgNode[] {
  const own = (forest.cellOrgs.get(cellCode) ?? [])
    .flatMap((code) => forest.orgs.get(code) ?? [])
    .sort((a, b) => nearness[a.kind] - nearness[b.kind] || (a.code < b.code ? -1 : 1));
  const starts = own.length > 0 ? own.map((org) => org.code) : generalBranchOf(forest, communityOf(cellCode));
  const above = starts.flatMap((code) => climb(forest, code));
  return [...new Set([...own, ...above])];
}

export interface InCharge {
  /** Who verifies now; null when nobody can. */
  org: string | null;
  /** The next organisation above it that could: sees the order after the verify limit, and after a second reopening. */
  parent: string | null;
  chain: string[];
}

/** 3.1.1 `verifier`: the branch of the cell, or the nearest parent that is valid and has an active verifier. */
export function branchInCharge(forest: OrgForest, cellCode: string, on: string): InCharge {
  const chain = chainOf(forest, cellCode);
  const able = chain.filter((org) => isValidOn(org, on) && forest.staffed.has(org.code));
  const first = able[0];
  const above = first ? climb(forest, first.code).slice(1) : [];
  return {
    org: first?.code ?? null,
    parent: able.find((org) => above.includes(org))?.code ?? null,
    chain: chain.map((org) => org.code),
  };
}

/** Of `cells`, those that `orgs` verify now and those for which one of them is the parent of the branch in charge. */
export function verifiedBy(
  forest: OrgForest,
  orgs: ReadonlySet<string>,
  cells: Iterable<string>,
  on: string,
): { own: string[]; asParent: string[] } {
  const own: string[] = [];
  const asParent: string[] = [];
  for (const cell of new Set(cells)) {
    const { org, parent } = branchInCharge(forest, cell, on);
    if (org !== null && orgs.has(org)) own.push(cell);
    // Where nobody able stands above, whoever is in charge looks again: an order must never hang (3.1.2).
    const above = parent ?? org;
    if (above !== null && orgs.has(above)) asParent.push(cell);
  }
  return { own: own.sort(), asParent: asParent.sort() };
}
