import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoAreas } from '@/seeds/demo/geography';
import { cellCodes, communityCode } from '@/seeds/demo/geography-plan';
import { demoPeople } from '@/seeds/demo/people';
import { gridWorkers, resolveHandlers } from '@/seeds/demo/people-routes';
import type { Skill } from '@/seeds/demo/people-shape';

const csv = readFileSync(new URL('../../../seeds/reference/taxonomy.csv', import.meta.url), 'utf8');
const taxonomy = csv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    // One name is quoted because of its commas; the columns before `handler` hold no other.
    const fields = line.replace(/"[^"]*"/g, 'quoted').split(',');
    return { code: fields[0] ?? '', handler: fields[9] ?? '' };
  });
const people = demoPeople(taxonomy);
const byKey = new Map(people.persons.map((person) => [person.key, person]));
const areas = new Map(demoAreas().map((area) => [area.code, area]));
const logins = new Set(people.accounts.map((account) => account.personKey));
const cell = (number: string) => communityCode + number;

describe('persons', () => {
  it('have one key, one name and one phone each, of the shape that nobody is given', () => {
    expect(byKey.size).toBe(people.persons.length);
    expect(new Set(people.persons.map((person) => person.name)).size).toBe(people.persons.length);
    expect(new Set(people.persons.map((person) => person.phone)).size).toBe(people.persons.length);
    for (const { phone } of [...people.persons, ...people.units]) expect(phone).toMatch(/^100\d{8}$/);
  });

  it('live in homes of the register; only a verifier shares one', () => {
    const homes = people.persons.flatMap((person) => person.householdCode ?? []);
    for (const home of homes) expect(areas.get(home)?.kind, home).toBe('household');
    const shared = homes.filter((home, i) => homes.indexOf(home) !== i);
    const verifiers = people.memberships.filter((m) => m.role === 'branch_verifier').map((m) => m.personKey);
    for (const home of shared) {
      expect(verifiers.some((key) => byKey.get(key)?.householdCode === home)).toBe(true);
    }
    expect(shared).toHaveLength(3);
  });

  it('put the named residents where they live', () => {
    const home = (key: string) => areas.get(byKey.get(key)?.householdCode ?? '')?.nameZh;
    expect(home('wangguilan')).toMatch(/^C区5号楼2单元/);
    expect(home('zhoujianguo')).toBe('A区3号楼1单元502室');
    expect(home('annakeller')).toMatch(/^D区/);
    expect(home('sunxiuying')).toMatch(/^B区/);
    const phones = ['wangguilan', 'zhoujianguo', 'annakeller'].map((key) => byKey.get(key)?.phone);
    expect(phones).toEqual(['10000000001', '10000000002', '10000000003']);
  });

  it('are the same in every call', () => {
    expect(demoPeople(taxonomy)).toEqual(people);
  });
});

describe('accounts and memberships', () => {
  it('are those of the documentation', () => {
    const expected =
      'admin annakeller auditor chenchen chengguan dingsheng dujuan fangmin gaofeng gongshui heping huanwei jiedao limin liuyang luping mali qianfang shuji sunxiuying tangyue wangguilan xuwende zhaoqiang zhengshucheng zhoujianguo';
    expect(
      people.accounts
        .map((account) => account.login)
        .sort()
        .join(' '),
    ).toBe(expected.split(' ').sort().join(' '));
    for (const { personKey } of people.accounts) {
      expect(byKey.has(personKey)).toBe(true);
      expect(
        people.memberships.some((m) => m.personKey === personKey),
        personKey,
      ).toBe(true);
    }
  });

  it('refer to persons, areas, units and party organisations that exist, from before the first order on', () => {
    const units = new Set(people.units.map((unit) => unit.code));
    const orgs = new Set(people.partyOrgs.map((org) => org.code));
    for (const m of people.memberships) {
      expect(byKey.has(m.personKey), m.personKey).toBe(true);
      expect(['320371', '320371003'].includes(m.areaCode) || areas.has(m.areaCode), m.areaCode).toBe(true);
      if (m.unitCode) expect(units.has(m.unitCode)).toBe(true);
      if (m.partyOrgCode) expect(orgs.has(m.partyOrgCode)).toBe(true);
      expect(m.validFrom < '2023-07-01').toBe(true);
    }
    for (const tie of people.ties) expect(byKey.has(tie.personKey) && byKey.has(tie.otherKey)).toBe(true);
  });

  it('give every cell a worker with a phone and a branch', () => {
    for (const code of cellCodes) {
      const worker = people.memberships.find((m) => m.role === 'grid_worker' && m.areaCode === code);
      expect(byKey.get(worker?.personKey ?? '')?.phone, code).toMatch(/^100/);
      expect(people.partyOrgCells.some((row) => row.cellCode === code)).toBe(true);
    }
    expect([gridWorkers[cell('005')], gridWorkers[cell('001')]]).toEqual(['zhaoqiang', 'qianfang']);
  });

  it('leave no unit without somebody who can sign in', () => {
    for (const unit of people.units) {
      const able = people.memberships.some(
        (m) => m.unitCode === unit.code && m.role === 'unit_staff' && logins.has(m.personKey),
      );
      expect(able, unit.code).toBe(true);
    }
  });

  it('count 118 party members, 112 with vote', () => {
    const sum = (pick: (org: (typeof people.partyOrgs)[number]) => number) =>
      people.partyOrgs.reduce((n, org) => n + pick(org), 0);
    expect([sum((org) => org.members), sum((org) => org.votingMembers)]).toEqual([118, 112]);
    expect(people.partyOrgs.filter((org) => org.kind === 'branch').map((org) => org.members)).toEqual([
      31, 27, 33, 21, 6,
    ]);
  });
});

describe('volunteers and elders', () => {
  it('are 126: 54 members, 20 of them employed members', () => {
    const count = (pick: (v: (typeof people.volunteers)[number]) => boolean) => people.volunteers.filter(pick).length;
    expect(people.volunteers).toHaveLength(126);
    expect([count((v) => v.partyMember), count((v) => v.employedMember)]).toEqual([54, 20]);
    expect(count((v) => v.employedMember && !v.partyMember)).toBe(0);
    expect(count((v) => v.partyOrgCode !== undefined)).toBe(34);
  });

  it('have the skills in their numbers', () => {
    const count = (skill: Skill) => people.volunteers.filter((v) => v.skills.includes(skill)).length;
    const skills: Skill[] = [
      'plumbing_electric',
      'haircut',
      'medical',
      'legal',
      'driving',
      'english',
      'phone_tutoring',
    ];
    expect(skills.map(count)).toEqual([12, 6, 9, 4, 22, 5, 18]);
  });

  it('are of age, active in a cell, and only 刘洋 and 马丽 can sign in', () => {
    for (const v of people.volunteers) {
      expect(v.adultFrom < '2023-07-01', v.personKey).toBe(true);
      const own = people.memberships.filter((m) => m.personKey === v.personKey && m.role === 'volunteer');
      expect(own.length).toBeGreaterThan(0);
      for (const m of own) expect(cellCodes).toContain(m.areaCode);
      expect(own[0]?.memberKind).toBe(v.employedMember ? 'employed_member' : 'volunteer');
    }
    const able = people.volunteers.filter((v) => logins.has(v.personKey)).map((v) => v.personKey);
    expect(able).toEqual(['liuyang', 'mali']);
    const inC = people.memberships.filter((m) => m.areaCode === cell('005') && able.includes(m.personKey));
    expect(inC).toHaveLength(2);
  });

  it('leave 64 elders alone, 41 with consent, 王桂兰 among them', () => {
    expect(people.livingAloneElders).toHaveLength(64);
    expect(people.livingAloneElders.filter((elder) => elder.powerConsent)).toHaveLength(41);
    expect(people.livingAloneElders.find((elder) => elder.personKey === 'wangguilan')?.powerConsent).toBe(true);
    for (const elder of people.livingAloneElders) {
      expect(2024 - (byKey.get(elder.personKey)?.bornYear ?? 2024)).toBeGreaterThanOrEqual(65);
      expect(people.persons.filter((person) => person.householdCode === elder.householdCode)).toHaveLength(1);
    }
  });
});

describe('default routes', () => {
  it('stand for each of 56 items in each of 7 cells', () => {
    expect(people.defaultRoutes).toHaveLength(56 * 7);
    expect(new Set(people.defaultRoutes.map((route) => route.itemCode + route.cellCode)).size).toBe(392);
    for (const route of people.defaultRoutes) expect(route.steps[0]?.join).toBe('first');
  });

  it('keep the sign between A and B', () => {
    const c = cell('005');
    expect(resolveHandlers('VOL→GRID', c)).toEqual([
      { join: 'first', volunteers: true },
      { join: 'then', person: 'zhaoqiang' },
    ]);
    expect(resolveHandlers('PROP/DEPT', c)).toEqual([
      { join: 'first', unit: 'PL-PROP' },
      { join: 'or', unit: 'DHS-DEPT' },
    ]);
    expect(resolveHandlers('GRID+POLICE', c)).toEqual([
      { join: 'first', person: 'zhaoqiang' },
      { join: 'with', unit: 'DHS-POLICE' },
    ]);
    expect(resolveHandlers('DEPT(河长)', c)).toEqual([{ join: 'first', unit: 'DHS-DEPT' }]);
  });

  it('send property orders to 鼎盛 in D and to 坡里物业 elsewhere', () => {
    const firms = cellCodes.map((code) => resolveHandlers('PROP', code)[0]?.unit);
    expect(firms).toEqual(['PL-PROP', 'PL-PROP', 'PL-PROP', 'PL-PROP', 'PL-PROP', 'DS-PROP', 'PL-PROP']);
  });

  it('refuse what they do not know', () => {
    expect(() => resolveHandlers('NOBODY', cell('001'))).toThrow(RangeError);
    expect(() => resolveHandlers('', cell('001'))).toThrow(RangeError);
    expect(() => resolveHandlers('PROP', '120116001001001')).toThrow(RangeError);
  });
});
