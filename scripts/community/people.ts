import { z } from 'zod';
import { createAccountInput, grantMembershipInput, loginKey, type PeopleRegister } from '@/lib/people/input';
import { type AccountKind, partyOrgKinds } from '@/lib/people/status';
import { given, list, number, onlyOnce, readRow } from './fields';
import type { Folder, Row } from './folder';
import type { Notebook } from './mistakes';

const registerCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/);
const areaCode = z.string().regex(/^\d{2,15}(-[0-9A-Z]{1,6}){0,3}$/);
const name = z.string().min(1).max(60);

const unitRow = z.object({
  code: registerCode,
  handlerGroup: z.string().min(1),
  nameZh: name,
  nameEn: z.string().max(120),
  phone: z.string().max(20).optional(),
  areas: z.array(areaCode).min(1),
});
const branchRow = z
  .object({
    code: registerCode,
    parentCode: registerCode.nullable(),
    kind: z.enum(partyOrgKinds),
    nameZh: name,
    nameEn: z.string().max(120),
    cells: z.array(areaCode),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
    purpose: z.string().max(200).optional(),
    members: z.int().min(0).optional(),
    votingMembers: z.int().min(0).optional(),
  })
  .refine((v) => v.validTo === undefined || v.validFrom <= v.validTo, { path: ['validTo'] });
const volunteerRow = z.object({ skills: z.array(z.string().regex(/^[a-z_]{2,40}$/)).max(10), adultFrom: z.iso.date() });

type Membership = Omit<PeopleRegister['memberships'][number], 'personKey'>;
export interface ReadUnit {
  row: Row;
  unit: PeopleRegister['units'][number] & { areas: string[] };
}
export interface ReadBranch {
  row: Row;
  branch: PeopleRegister['partyOrgs'][number];
  cells: string[];
}
export interface ReadPerson {
  /** The first row of the person, which says who it is; the others only say further roles. */
  row: Row;
  login: string;
  account: AccountKind;
  person: Omit<PeopleRegister['persons'][number], 'key'>;
  roles: { row: Row; membership: Membership }[];
  volunteer?: { row: Row; skills: string[]; adultFrom: string; registeredOn: string };
}

/** @param groups the words of the taxonomy's handler column that stand for units */
export function readUnits(folder: Folder, groups: ReadonlySet<string>, notes: Notebook): ReadUnit[] {
  const rows = folder.rows('units.csv').flatMap((row): ReadUnit[] => {
    const nameZh = row.get('name_zh');
    const handlerGroup = row.get('handler_group');
    const unit = readRow(
      unitRow,
      {
        code: row.get('code'),
        handlerGroup,
        nameZh,
        nameEn: row.get('name_en') || nameZh,
        phone: given(row, 'phone'),
        areas: list(row, 'areas'),
      },
      row,
      { handlerGroup: 'handler_group', nameZh: 'name_zh', nameEn: 'name_en' },
      notes,
    );
    if (!groups.has(handlerGroup)) {
      const known = [...groups].sort().join(' ');
      notes.note(row, 'handler_group', `“${handlerGroup}”不对，只能写 ${known}`, `must be one of ${known}`);
    }
    return unit ? [{ row, unit }] : [];
  });
  return onlyOnce(rows, 'code', ({ unit }) => unit.code, notes);
}

export function readBranches(folder: Folder, notes: Notebook): ReadBranch[] {
  const rows = folder.rows('branches.csv').flatMap((row): ReadBranch[] => {
    const nameZh = row.get('name_zh');
    const read = readRow(
      branchRow,
      {
        code: row.get('code'),
        parentCode: given(row, 'parent') ?? null,
        kind: row.get('kind'),
        nameZh,
        nameEn: row.get('name_en') || nameZh,
        cells: list(row, 'cells'),
        validFrom: row.get('valid_from'),
        validTo: given(row, 'valid_to'),
        purpose: given(row, 'purpose'),
        members: number(row, 'members'),
        votingMembers: number(row, 'voting_members'),
      },
      row,
      {
        parentCode: 'parent',
        nameZh: 'name_zh',
        nameEn: 'name_en',
        validFrom: 'valid_from',
        validTo: 'valid_to',
        votingMembers: 'voting_members',
      },
      notes,
    );
    if (!read) return [];
    const { cells, ...branch } = read;
    return [{ row, branch, cells: [...new Set(cells)] }];
  });
  return onlyOnce(rows, 'code', ({ branch }) => branch.code, notes);
}

// Of the commands' own schemas only what a file can say: the ids are made later.
const anyPerson = '00000000-0000-4000-8000-000000000000';
const personColumns = {
  displayName: 'name',
  nameEn: 'name_en',
  bornYear: 'born_year',
  householdCode: 'household',
  kind: 'account',
};
const roleColumns = {
  areaCode: 'area',
  unitCode: 'unit',
  partyOrgCode: 'branch',
  memberKind: 'member_kind',
  validFrom: 'valid_from',
  validTo: 'valid_to',
};

function readRole(row: Row, notes: Notebook): Membership | null {
  const typed = {
    personId: anyPerson,
    role: row.get('role'),
    areaCode: row.get('area'),
    unitCode: given(row, 'unit'),
    partyOrgCode: given(row, 'branch'),
    memberKind: given(row, 'member_kind'),
    validFrom: row.get('valid_from'),
    validTo: given(row, 'valid_to'),
  };
  const read = readRow(grantMembershipInput, typed, row, roleColumns, notes);
  if (!read) return null;
  const { personId, ...membership } = read;
  return membership;
}

function readPerson(row: Row, notes: Notebook): ReadPerson | null {
  const typed = {
    displayName: row.get('name'),
    nameEn: given(row, 'name_en'),
    phone: given(row, 'phone'),
    bornYear: number(row, 'born_year'),
    householdCode: given(row, 'household'),
    login: row.get('login'),
    kind: row.get('account'),
  };
  // A name is needed here: createAccount itself also takes a person who is in the register already.
  const read = readRow(createAccountInput, typed, row, personColumns, notes);
  if (!read) return null;
  const { login, kind, displayName = '', nameEn, phone, bornYear, householdCode } = read;
  return {
    row,
    login,
    account: kind,
    person: { name: displayName, nameEn, phone, bornYear, householdCode },
    roles: [],
  };
}

const ofPerson = ['name', 'name_en', 'phone', 'born_year', 'household', 'account'];

/** People with their roles: one row a role; the rows after the first of a person may leave the person's own columns empty. */
export function readPeople(folder: Folder, notes: Notebook): ReadPerson[] {
  const people = new Map<string, ReadPerson>();
  const unread = new Set<string>();
  for (const row of folder.rows('people.csv')) {
    const key = loginKey(row.get('login'));
    const membership = readRole(row, notes);
    let person = people.get(key);
    if (person) {
      const first = person.row;
      for (const field of ofPerson.filter((one) => row.get(one) !== '' && row.get(one) !== first.get(one))) {
        const en = `differs from line ${first.line}, which has the same login; leave it empty or write the same`;
        notes.note(row, field, `与第 ${first.line} 行同一账号的写法不同；留空或写成一样`, en);
      }
    } else if (!unread.has(key)) {
      person = readPerson(row, notes) ?? undefined;
      if (person) people.set(key, person);
      else unread.add(key);
    }
    if (!membership) continue;
    person?.roles.push({ row, membership });
    if (membership.role !== 'volunteer') continue;
    const typed = { skills: list(row, 'skills'), adultFrom: row.get('adult_from') };
    const volunteer = readRow(volunteerRow, typed, row, { adultFrom: 'adult_from' }, notes);
    if (person && volunteer) person.volunteer ??= { row, ...volunteer, registeredOn: membership.validFrom };
  }
  for (const { roles } of people.values()) {
    onlyOnce(
      roles,
      'role',
      ({ membership: m }) => [m.role, m.areaCode, m.unitCode, m.partyOrgCode, m.validFrom].join(' '),
      notes,
    );
  }
  return [...people.values()];
}
