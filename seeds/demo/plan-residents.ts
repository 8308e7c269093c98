import { communityCode } from './geography-plan';
import { accountPersons } from './people-accounts';
import type { DemoMembership, DemoPerson } from './people-shape';
import { demoElders, demoVolunteers, homeKeeper, knownVolunteerHomes } from './people-volunteers';
import type { PersonKey } from './plan-order';
import { allHomes, type Home, quarterCells, quarterOf, readHome } from './plan-places';
import type { Random } from './random';
import { elderGivenNames, givenNames, surnames } from './texts/names';

/** Somebody who brings orders: invented, not in the register of persons, with a home and a phone nobody has. */
export interface Resident extends Home {
  name: string;
  phone: string;
  elder: boolean;
}

/**
 * Residents' representatives of the quarters where no account is one, so that the channel has a voice everywhere.
 * The loader adds them to the demo's people; they have no login.
 */
const representativeRows: [key: PersonKey, name: string, phone: string, bornYear: number, household: string][] = [
  ['representative-a', '姜桂香', '10060000001', 1958, `${communityCode}002-14-1-402`],
  ['representative-c', '董长荣', '10060000002', 1954, `${communityCode}005-08-1-401`],
  ['representative-d', '谢文静', '10060000003', 1972, `${communityCode}006-03-2-701`],
];

export const planRepresentatives: { persons: DemoPerson[]; memberships: DemoMembership[] } = {
  persons: representativeRows.map(([key, name, phone, bornYear, householdCode]) => ({
    key,
    name,
    phone,
    bornYear,
    householdCode,
  })),
  memberships: representativeRows.map(([personKey, , , , household]) => ({
    personKey,
    role: 'representative',
    areaCode: `${communityCode}-${quarterOf(readHome(household).cell)}`,
    validFrom: '2023-01-01',
  })),
};

export const representativeOf = (cell: string): PersonKey =>
  quarterOf(cell) === 'B' ? 'sunxiuying' : `representative-${quarterOf(cell).toLowerCase()}`;

interface KnownPeople {
  /** Homes of persons in the register: nobody else of the plan lives there. */
  taken: Set<string>;
  volunteers: { key: PersonKey; cells: string[]; skills: readonly string[] }[];
  elders: { personKey: PersonKey; household: string; powerConsent: boolean }[];
  homes: Map<PersonKey, string>;
}

/** The register's homes and volunteers, as `demoPeople` makes them. */
export function knownPeople(): KnownPeople {
  const households = allHomes.map((home) => home.household);
  const known = [...accountPersons.flatMap((p) => p.householdCode ?? []), ...knownVolunteerHomes];
  const keeper = homeKeeper(households, known);
  const volunteers = demoVolunteers(keeper);
  const elders = demoElders(keeper);
  const persons = [...accountPersons, ...planRepresentatives.persons, ...volunteers.persons, ...elders.persons];
  return {
    taken: new Set(persons.flatMap((person) => person.householdCode ?? [])),
    volunteers: volunteers.volunteers.map(({ personKey, skills }) => ({
      key: personKey,
      skills,
      cells: volunteers.memberships.filter((m) => m.personKey === personKey).map((m) => m.areaCode),
    })),
    elders: elders.elders.map((e) => ({
      personKey: e.personKey,
      household: e.householdCode,
      powerConsent: e.powerConsent,
    })),
    homes: new Map(persons.flatMap((p) => (p.householdCode ? [[p.key, p.householdCode] as const] : []))),
  };
}

/** How many residents of a cell bring orders; C has many elders. */
const residentsPerCell: Readonly<Record<string, number>> = {
  '001': 46,
  '002': 46,
  '003': 44,
  '004': 44,
  '005': 66,
  '006': 54,
};

/** The residents of each cell, always the same for a seed. */
export function planResidents(random: Random, taken: ReadonlySet<string>): Map<string, Resident[]> {
  const names = new Set<string>();
  let serial = 0;
  const nameFor = (elder: boolean): string => {
    for (;;) {
      const name = random.pick(surnames) + random.pick(elder ? elderGivenNames : givenNames);
      if (names.has(name)) continue;
      names.add(name);
      return name;
    }
  };
  return new Map(
    quarterCells.map((cell) => {
      const free = random.shuffle(allHomes.filter((home) => home.cell === cell && !taken.has(home.household)));
      const count = residentsPerCell[cell.slice(-3)] ?? 0;
      const residents = free.slice(0, count).map((home): Resident => {
        const elder = random.chance(cell.endsWith('005') ? 0.5 : 0.28);
        serial++;
        return { ...home, name: nameFor(elder), phone: `1005${String(serial).padStart(7, '0')}`, elder };
      });
      return [cell, residents];
    }),
  );
}
