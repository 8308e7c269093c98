import { communityCode, parkCode } from './geography-plan';
import { inventedName } from './people-names';
import type { DemoElder, DemoMembership, DemoPerson, DemoVolunteer, Skill } from './people-shape';

const cell = (number: string) => communityCode + number;

/** Hands out homes: each at most once, spread over a cell, always the same ones. */
export interface HomeKeeper {
  next(cellCode: string): string;
}

export function homeKeeper(householdCodes: readonly string[], taken: Iterable<string>): HomeKeeper {
  const used = new Set(taken);
  const rounds = new Map<string, number>();
  return {
    next(cellCode) {
      const homes = householdCodes.filter((code) => code.startsWith(`${cellCode}-`));
      for (let tries = 0; tries < homes.length; tries++) {
        const round = rounds.get(cellCode) ?? 0;
        rounds.set(cellCode, round + 1);
        // 37 is prime and no cell has a multiple of it: every home comes up once.
        const home = homes[(11 + round * 37) % homes.length];
        if (home && !used.has(home)) {
          used.add(home);
          return home;
        }
      }
      throw new RangeError(`no home left in ${cellCode}`);
    },
  };
}

/** How many volunteers live in each cell; 刘洋 and 马丽 are the first two of C. */
const volunteersIn: [cellCode: string, count: number, branch: string][] = [
  [cell('005'), 28, 'PL-B3'],
  [cell('001'), 20, 'PL-B1'],
  [cell('002'), 20, 'PL-B1'],
  [cell('003'), 18, 'PL-B2'],
  [cell('004'), 18, 'PL-B2'],
  [cell('006'), 22, 'PL-B4'],
];

/** How many have each skill beside the two with a login, and the first of them. */
const skillCounts: [skill: Skill, count: number, start: number][] = [
  ['plumbing_electric', 12, 3],
  ['haircut', 6, 7],
  ['medical', 8, 11],
  ['legal', 4, 19],
  ['driving', 21, 2],
  ['english', 4, 23],
  ['phone_tutoring', 17, 5],
];

const known: Record<
  string,
  { name: string; nameEn: string; bornYear: number; home: string; skills: Skill[]; also: string[] }
> = {
  '0': {
    name: '刘洋',
    nameEn: 'Liu Yang',
    bornYear: 1995,
    home: `${cell('005')}-07-3-201`,
    skills: ['driving', 'phone_tutoring'],
    also: [cell('006')],
  },
  '1': {
    name: '马丽',
    nameEn: 'Ma Li',
    bornYear: 1988,
    home: `${cell('005')}-09-1-502`,
    skills: ['medical', 'english'],
    also: [cell('002')],
  },
};
const knownKeys = ['liuyang', 'mali'];
export const knownVolunteerHomes = Object.values(known).map(({ home }) => home);

export interface DemoVolunteers {
  persons: DemoPerson[];
  volunteers: DemoVolunteer[];
  memberships: DemoMembership[];
}

/** 126 volunteers: 54 party members, of whom 20 are employed members who registered at home. */
export function demoVolunteers(homes: HomeKeeper): DemoVolunteers {
  const cells = volunteersIn.flatMap(([code, count, branch]) => Array(count).fill({ code, branch })) as {
    code: string;
    branch: string;
  }[];
  const made = cells.map(({ code, branch }, n) => oneVolunteer(n, code, branch, homes));
  return {
    persons: made.map((one) => one.person),
    volunteers: made.map((one) => one.volunteer),
    memberships: made.flatMap((one) => one.memberships),
  };
}

function skillsOf(n: number): Skill[] {
  const own = known[n];
  if (own) return own.skills;
  // From its start on, every fifth volunteer has the skill until `count` have it.
  return skillCounts
    .filter(([, count, start]) => (n - start) % 5 === 0 && n >= start && (n - start) / 5 < count)
    .map(([s]) => s);
}

function oneVolunteer(n: number, home: string, branch: string, homes: HomeKeeper) {
  const own = known[n];
  const key = knownKeys[n] ?? `volunteer-${String(n + 1).padStart(3, '0')}`;
  const bornYear = own?.bornYear ?? 1950 + ((n * 29) % 54);
  // Every seventh of 126 and two more are employed members (20); of the others every third is a member (34).
  const employedMember = n % 7 === 3 || n === 60 || n === 100;
  const rank = Array.from({ length: n }, (_, i) => i).filter((i) => !(i % 7 === 3 || i === 60 || i === 100)).length;
  const homeMember = !employedMember && rank % 3 === 1 && rank < 102;
  const registeredOn = `2022-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
  const cells = [home, ...(own?.also ?? []), ...(n % 10 === 9 ? [parkCode] : [])];
  const person: DemoPerson = {
    key,
    name: own?.name ?? inventedName(n),
    nameEn: own?.nameEn,
    phone: `1002${String(n + 1).padStart(7, '0')}`,
    bornYear,
    householdCode: own?.home ?? homes.next(home),
  };
  const volunteer: DemoVolunteer = {
    personKey: key,
    skills: skillsOf(n),
    partyMember: employedMember || homeMember,
    ...(homeMember ? { partyOrgCode: branch } : {}),
    employedMember,
    adultFrom: `${bornYear + 19}-01-01`,
    registeredOn,
  };
  const memberships = cells.map(
    (areaCode): DemoMembership => ({
      personKey: key,
      role: 'volunteer',
      areaCode,
      memberKind: employedMember ? 'employed_member' : 'volunteer',
      validFrom: registeredOn,
    }),
  );
  return { person, volunteer, memberships };
}

/** Cell, elders living alone, and how many of them agreed to the power alert: 64 and 41 with 王桂兰, who is in C. */
const eldersIn: [cellCode: string, count: number, consents: number][] = [
  [cell('001'), 7, 4],
  [cell('002'), 7, 4],
  [cell('003'), 6, 4],
  [cell('004'), 6, 4],
  [cell('005'), 31, 21],
  [cell('006'), 6, 3],
];

/** 63 invented elders who live alone; 王桂兰 is the 64th and stands among the accounts. */
export function demoElders(homes: HomeKeeper): { persons: DemoPerson[]; elders: DemoElder[] } {
  const rows = eldersIn.flatMap(([code, count, consents]) =>
    Array.from({ length: count }, (_, i) => ({ code, powerConsent: i < consents })),
  );
  const persons = rows.map(
    ({ code }, n): DemoPerson => ({
      key: `elder-${String(n + 1).padStart(2, '0')}`,
      name: inventedName(n, true),
      phone: `1003${String(n + 1).padStart(7, '0')}`,
      bornYear: 1930 + ((n * 11) % 24),
      householdCode: homes.next(code),
    }),
  );
  const elders = persons.map(({ key, householdCode = '' }, n) => ({
    personKey: key,
    householdCode,
    powerConsent: rows[n]?.powerConsent ?? false,
  }));
  return { persons, elders };
}
