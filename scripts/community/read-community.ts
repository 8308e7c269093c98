import { isValidOn } from '@/lib/people/policy';
import { checkAreas, isCell, type ReadArea, type ReadPoint, readAreas, readPoints } from './areas';
import type { Folder, Row } from './folder';
import type { Notebook } from './mistakes';
import { type ReadBranch, type ReadPerson, type ReadUnit, readBranches, readPeople, readUnits } from './people';
import { type ReadRoute, readRoutes } from './routes';
import type { Stored } from './stored';

export interface Community {
  areas: ReadArea[];
  points: ReadPoint[];
  units: ReadUnit[];
  branches: ReadBranch[];
  people: ReadPerson[];
  routes: ReadRoute[];
}

/** The words of the taxonomy's handler column that stand for units: all but the grid worker and the volunteers. */
export function groupsOf(items: readonly { handler: string }[]): Set<string> {
  const words = items.flatMap(({ handler }) => handler.replace(/\([^)]*\)/g, '').split(/[→/+]/));
  return new Set(words.filter((word) => word !== '' && word !== 'GRID' && word !== 'VOL'));
}

/** Reads all files and notes what is wrong in them, each by itself and beside each other and the database. */
export function readCommunity(
  folder: Folder,
  stored: Stored,
  about: { items: readonly { code: string; handler: string }[]; today: string },
  notes: Notebook,
): Community {
  const groups = groupsOf(about.items);
  const areas = readAreas(folder, notes);
  const points = readPoints(folder, notes);
  const units = readUnits(folder, groups, notes);
  const branches = readBranches(folder, notes);
  const people = readPeople(folder, notes);
  const writtenAreas = new Set(folder.rows('areas.csv').map((row) => row.get('code')));
  checkAreas(areas, writtenAreas, stored.areas, notes);

  // What a file could not be read of is wrong by itself; naming it elsewhere is no second mistake.
  const named = (file: Parameters<Folder['rows']>[0], key: string, also: Iterable<string>) =>
    new Set([...folder.rows(file).map((row) => row.get(key)), ...also]);
  const kinds = new Map([...stored.areas].map(([code, area]) => [code, area.kind]));
  for (const { area } of areas) kinds.set(area.code, area.kind);
  const areaCodes = new Set([...writtenAreas, ...kinds.keys()]);
  const unitCodes = named('units.csv', 'code', stored.units.keys());
  const branchCodes = named('branches.csv', 'code', stored.branches.keys());
  const need = (known: ReadonlySet<string>, row: Row, field: string, code: string | undefined | null) => {
    if (!code || known.has(code)) return;
    notes.note(
      row,
      field,
      `没有 ${code}，文件和数据库里都没有`,
      `there is no ${code}, neither in the files nor in the database`,
    );
  };
  const needCell = (row: Row, field: string, code: string) => {
    const kind = kinds.get(code);
    if (!areaCodes.has(code) || (kind !== undefined && !isCell(kind))) {
      notes.note(row, field, `没有网格 ${code}`, `there is no cell ${code}`);
    }
  };

  for (const { row, point } of points) need(areaCodes, row, 'area', point.areaCode);
  for (const { row, unit } of units) for (const code of unit.areas) need(areaCodes, row, 'areas', code);
  const parents = new Map([...stored.branches].map(([code, org]) => [code, org.parentCode]));
  for (const { branch } of branches) parents.set(branch.code, branch.parentCode);
  for (const { row, branch, cells } of branches) {
    need(branchCodes, row, 'parent', branch.parentCode);
    for (const code of cells) needCell(row, 'cells', code);
    const seen = new Set([branch.code]);
    let above = branch.parentCode;
    while (above && !seen.has(above)) {
      seen.add(above);
      above = parents.get(above) ?? null;
    }
    if (above === branch.code) notes.note(row, 'parent', '上级绕回了自己', 'the parents run in a circle');
  }
  for (const { row, person, roles } of people) {
    const home = person.householdCode;
    need(areaCodes, row, 'household', home);
    const kind = home === undefined ? undefined : kinds.get(home);
    if (kind !== undefined && kind !== 'household')
      notes.note(row, 'household', `${home} 不是户`, `${home} is no household`);
    for (const { row: roleRow, membership: m } of roles) {
      need(areaCodes, roleRow, 'area', m.areaCode);
      need(unitCodes, roleRow, 'unit', m.unitCode);
      need(branchCodes, roleRow, 'branch', m.partyOrgCode);
    }
  }
  checkRoles(people, stored, notes);

  const allUnits = new Map([...stored.units].map(([code, unit]) => [code, unit]));
  for (const { unit } of units) allUnits.set(unit.code, { phone: null, ...unit });
  const ownCells = areas.flatMap(({ area }) => (isCell(area.kind) ? [area.code] : []));
  // Without cells of their own the files speak of the cells that stand.
  const cells = ownCells.length > 0 ? ownCells : [...kinds].flatMap(([code, kind]) => (isCell(kind) ? [code] : []));
  const routes = readRoutes(
    folder,
    {
      items: new Set(about.items.map((item) => item.code)),
      cells,
      groups,
      units: [...allUnits.values()],
      logins: named('people.csv', 'login', stored.holders.keys()),
      gridWorkers: gridWorkersOf(people, stored, about.today),
    },
    notes,
  );
  return { areas, points, units, branches, people, routes };
}

const open = (m: { validFrom: string; validTo?: string | null }) => ({
  validFrom: m.validFrom,
  validTo: m.validTo ?? null,
});

/** Roles beside those that the same account holds already: what a command would refuse is said with its line. */
function checkRoles(people: ReadPerson[], stored: Stored, notes: Notebook): void {
  const rivals = ['system_admin', 'audit_admin'];
  for (const { row, login, account, roles } of people) {
    const holder = stored.holders.get(login);
    if (holder && holder.kind !== account) {
      const en = `the account stands in the database as ${holder.kind}; its kind cannot be changed`;
      notes.note(row, 'account', `数据库里这个账号是 ${holder.kind}，类别不能改`, en);
    }
    const held = stored.memberships.filter((one) => one.login === login).map((one) => one.membership);
    for (const { row: at, membership: m } of roles) {
      const same = held.find((h) => sameRole(h, m));
      if (same && (same.memberKind ?? undefined) !== m.memberKind) {
        notes.note(
          at,
          'member_kind',
          `数据库里是 ${same.memberKind ?? '空'}，不能改`,
          `is ${same.memberKind ?? 'empty'} in the database and cannot be changed`,
        );
      }
      if (same?.validTo && (m.validTo === undefined || m.validTo > same.validTo)) {
        const en = `this role ended on ${same.validTo} in the database; for another term add a row with a later valid_from`;
        notes.note(at, 'valid_to', `数据库里这个职务到 ${same.validTo} 为止；续任请另加一行，valid_from 写新的`, en);
      }
      if (!rivals.includes(m.role)) continue;
      const all = [...roles.map((one) => one.membership), ...held];
      if (
        all.some(
          (o) =>
            o.role !== m.role &&
            rivals.includes(o.role) &&
            (!o.validTo || o.validTo >= m.validFrom) &&
            (!m.validTo || m.validTo >= o.validFrom),
        )
      ) {
        const en = 'nobody is system_admin and audit_admin at once';
        notes.note(at, 'role', '系统管理员和审计管理员不能是同一人', en);
      }
    }
  }
}

/** Whether a stored role is the one of a row: all but its last day. */
export const sameRole = (
  held: { role: string; areaCode: string; unitCode: string | null; partyOrgCode: string | null; validFrom: string },
  m: { role: string; areaCode: string; unitCode?: string; partyOrgCode?: string; validFrom: string },
): boolean =>
  held.role === m.role &&
  held.areaCode === m.areaCode &&
  held.unitCode === (m.unitCode ?? null) &&
  held.partyOrgCode === (m.partyOrgCode ?? null) &&
  held.validFrom === m.validFrom;

function gridWorkersOf(people: ReadPerson[], stored: Stored, today: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (cell: string, login: string) => {
    const workers = found.get(cell) ?? [];
    if (!workers.includes(login)) found.set(cell, [...workers, login]);
  };
  const inFiles = people.flatMap(({ login, roles }) =>
    roles.map(({ membership }) => ({ login, membership: { ...membership, ...open(membership) } })),
  );
  const said = (login: string, h: Stored['memberships'][number]['membership']) =>
    people.some((p) => p.login === login && p.roles.some((r) => sameRole(h, r.membership)));
  const all = [...inFiles, ...stored.memberships.filter((one) => !said(one.login, one.membership))];
  // Who begins later is named as well: the table is read when an order comes.
  for (const { login, membership: m } of all) {
    if (m.role === 'grid_worker' && (isValidOn(m, today) || m.validFrom > today)) add(m.areaCode, login);
  }
  return found;
}
