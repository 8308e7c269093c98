import type { RouteStep } from '@/lib/orders/route';
import type { GrantMembershipInput, PeopleRegister } from '@/lib/people/input';
import type { AreaInput, PointInput } from '@/lib/places/input';
import { neighbourPairs } from './areas';
import { type Count, count, differing, says } from './differing';
import { onTopOf } from './fields';
import type { ReadPerson } from './people';
import { type Community, sameRole } from './read-community';
import type { Stored } from './stored';

export interface PersonChange extends Pick<ReadPerson, 'login' | 'account' | 'person'> {
  /** Of the person who stands already. */
  personId?: string;
  isNew: boolean;
  renew: boolean;
  begin: Omit<GrantMembershipInput, 'personId'>[];
  end: { membershipId: string; lastOn: string }[];
  /** Only when it differs from what stands. */
  volunteer?: Omit<NonNullable<ReadPerson['volunteer']>, 'row'>;
}
interface Route {
  itemCode: string;
  cellCode: string;
  steps: RouteStep[];
}

/** What the files say otherwise than the database. Nothing is ever removed for not being in a file. */
export interface Changes {
  any: boolean;
  counts: Record<'areas' | 'points' | 'neighbours' | 'units' | 'branches' | 'people' | 'roles' | 'routes', Count>;
  areas: AreaInput[];
  points: PointInput[];
  neighbours: [string, string][];
  units: PeopleRegister['units'][number][];
  branches: PeopleRegister['partyOrgs'][number][];
  branchCells: { partyOrgCode: string; cellCode: string }[];
  people: PersonChange[];
  /** All accounts that stand: login → person. */
  personIds: Map<string, string>;
  /** Complete for every item in it, cells of other communities included: loading replaces the rows of an item. */
  routes: Route[];
}

const areaFields = {
  legalForm: undefined,
  letters: undefined,
  ring: undefined,
  lat: undefined,
  lng: undefined,
  householdCount: undefined,
  phone: undefined,
  validFrom: undefined,
  validTo: undefined,
};

const areaColumns = {
  nameEn: 'name_en',
  legalForm: 'legal_form',
  letters: 'letters',
  ring: 'polygon',
  lat: 'lat',
  lng: 'lng',
  householdCount: 'households',
  phone: 'phone',
  validFrom: 'valid_from',
  validTo: 'valid_to',
};
const unitColumns = { nameEn: 'name_en', phone: 'phone' };
const branchColumns = {
  nameEn: 'name_en',
  parentCode: 'parent',
  cells: 'cells',
  validTo: 'valid_to',
  purpose: 'purpose',
  members: 'members',
  votingMembers: 'voting_members',
};
const personColumns = { nameEn: 'name_en', phone: 'phone', bornYear: 'born_year', householdCode: 'household' };

function peopleChanges(community: Community, stored: Stored, counts: Changes['counts']): PersonChange[] {
  return community.people.map(({ row, login, account, person: said, roles, volunteer: offers }) => {
    const holder = stored.holders.get(login);
    const person = onTopOf(holder?.person, said, row, personColumns);
    const held = stored.memberships.filter((one) => one.login === login).map((one) => one.membership);
    const { name, nameEn, phone, bornYear, householdCode } = person;
    const same =
      holder !== undefined && says(holder.person, { displayName: name, nameEn, phone, bornYear, householdCode });
    counts.people[same ? 'same' : holder ? 'changed' : 'added'] += 1;
    const change: PersonChange = {
      login,
      account,
      person,
      personId: holder?.person.id,
      isNew: !holder,
      renew: !same,
      begin: [],
      end: [],
    };
    for (const { membership } of roles) {
      const before = held.find((one) => sameRole(one, membership));
      const ends = membership.validTo !== undefined && membership.validTo !== before?.validTo;
      counts.roles[!before ? 'added' : ends ? 'changed' : 'same'] += 1;
      if (!before) change.begin.push(membership);
      else if (ends && membership.validTo) change.end.push({ membershipId: before.id, lastOn: membership.validTo });
    }
    const before = holder && stored.volunteers.get(holder.person.id);
    const volunteer = offers && onTopOf(before, offers, offers.row, { skills: 'skills' });
    if (volunteer && !says(before, { skills: volunteer.skills, adultFrom: volunteer.adultFrom })) {
      const { row: _, ...rest } = volunteer;
      change.volunteer = rest;
    }
    return change;
  });
}

const routeText = (steps: readonly RouteStep[], idOf: (login: string) => string) =>
  steps.map((s) => [s.join, s.unit, s.person && idOf(s.person), s.volunteers].join(' ')).join(',');

function routeChanges(
  community: Community,
  stored: readonly Route[],
  ids: ReadonlyMap<string, string>,
  into: Count,
): Route[] {
  const idOf = (login: string) => ids.get(login) ?? login;
  const key = (route: Route) => `${route.itemCode} ${route.cellCode}`;
  const before = new Map(stored.map((route) => [key(route), routeText(route.steps, (id) => id)]));
  const changed = new Set<string>();
  for (const route of community.routes) {
    const held = before.get(key(route));
    const same = held === routeText(route.steps, idOf);
    into[same ? 'same' : held === undefined ? 'added' : 'changed'] += 1;
    if (!same) changed.add(route.itemCode);
  }
  const given = new Set(community.routes.map(key));
  const kept = stored.filter((route) => !given.has(key(route)));
  return [...community.routes, ...kept]
    .filter((route) => changed.has(route.itemCode))
    .map(({ itemCode, cellCode, steps }) => ({ itemCode, cellCode, steps }));
}

/** Compares the files with what stands. @param routes the stored rows of the items that the files speak of */
export function changesOf(community: Community, stored: Stored, routes: readonly Route[]): Changes {
  const counts: Changes['counts'] = {
    areas: count(),
    points: count(),
    neighbours: count(),
    units: count(),
    branches: count(),
    people: count(),
    roles: count(),
    routes: count(),
  };
  const areas = differing(
    community.areas.map(({ row, area }) => onTopOf(stored.areas.get(area.code), area, row, areaColumns)),
    (area) => stored.areas.get(area.code),
    (area) => ({ ...areaFields, ...area, nameEn: area.nameEn ?? area.nameZh }),
    counts.areas,
  );
  const points = differing(
    community.points.map(({ point }) => point),
    (point) => stored.points.get(point.code),
    (point) => point,
    counts.points,
  );
  const neighbours = neighbourPairs(community.areas).filter((pair) => {
    const stands = stored.neighbours.has(pair.join(' '));
    counts.neighbours[stands ? 'same' : 'added'] += 1;
    return !stands;
  });
  const units = differing(
    community.units.map(({ row, unit }) => onTopOf(stored.units.get(unit.code), unit, row, unitColumns)),
    (unit) => stored.units.get(unit.code),
    (unit) => ({ phone: undefined, ...unit }),
    counts.units,
  );
  const cellsOf = (code: string) =>
    [...stored.branchCells]
      .flatMap((pair) => (pair.startsWith(`${code} `) ? [pair.slice(code.length + 1)] : []))
      .sort();
  const heldBranch = (code: string) => {
    const held = stored.branches.get(code);
    return held && { ...held, cells: cellsOf(code) };
  };
  const branches = differing(
    community.branches.map(({ row, branch, cells }) => {
      const said = { ...branch, cells };
      const { cells: verified, ...rest } = onTopOf(heldBranch(branch.code), said, row, branchColumns);
      return { branch: rest, cells: verified };
    }),
    ({ branch }) => heldBranch(branch.code),
    ({ branch, cells }) => ({
      validTo: undefined,
      purpose: undefined,
      members: undefined,
      votingMembers: undefined,
      ...branch,
      cells: [...cells].sort(),
    }),
    counts.branches,
  );
  const personIds = new Map([...stored.holders].map(([login, holder]) => [login, holder.person.id]));
  const people = peopleChanges(community, stored, counts);
  const changedRoutes = routeChanges(community, routes, personIds, counts.routes);
  const any =
    people.some((one) => one.volunteer !== undefined) ||
    Object.values(counts).some(({ added, changed }) => added + changed > 0);
  return {
    any,
    counts,
    areas,
    points,
    neighbours,
    units,
    branches: branches.map(({ branch }) => branch),
    branchCells: branches.flatMap(({ branch, cells }) =>
      cells.map((cellCode) => ({ partyOrgCode: branch.code, cellCode })),
    ),
    people: people.filter((one) => one.isNew || one.renew || one.volunteer || one.begin.length + one.end.length > 0),
    personIds,
    routes: changedRoutes,
  };
}
