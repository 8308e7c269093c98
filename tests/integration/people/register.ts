import type { Actor, Context, PersonActor } from '@/lib/kernel/context';
import { loadPeople } from '@/lib/people/commands/load-people';
import type { PeopleRegister } from '@/lib/people/input';
import { loadActor } from '@/lib/people/queries/load-actor';
import { loadAreas } from '@/lib/places/commands/load-areas';
import type { TestDatabase } from '@/tests/support/test-database';

export const password = 'poli-2024-demo';
export const community = '320371003208';
export const cells = ['001', '002', '003', '004', '005', '006', '901'].map((n) => community + n);
const from = '2023-01-01';

type Rows = Partial<{ [K in keyof PeopleRegister]: PeopleRegister[K] }>;

/** A small community: one branch over cells 001 and 002, one over 003, a general branch above both, 901 without. */
export function smallRegister(more: Rows = {}): PeopleRegister {
  const org = (code: string, parentCode: string | null, kind: 'branch' | 'general_branch') => ({
    code,
    parentCode,
    kind,
    nameZh: code,
    nameEn: code,
    validFrom: '2020-01-01',
  });
  const person = (key: string) => ({ key, name: key });
  const verifier = (personKey: string, partyOrgCode: string) => ({
    personKey,
    role: 'branch_verifier' as const,
    areaCode: community,
    partyOrgCode,
    validFrom: from,
  });
  return {
    persons: ['admin', 'officer', 'dispatcher', 'volunteer', 'resident', 'first', 'second', 'general'].map(person),
    accounts: [
      ...['admin', 'officer', 'dispatcher', 'first', 'second', 'general'].map((login) => ({
        login,
        personKey: login,
        roleKind: 'staff' as const,
      })),
      { login: 'volunteer', personKey: 'volunteer', roleKind: 'volunteer' as const },
      { login: 'resident', personKey: 'resident', roleKind: 'resident' as const },
    ],
    memberships: [
      { personKey: 'admin', role: 'system_admin', areaCode: '320371', validFrom: from },
      { personKey: 'officer', role: 'street_officer', areaCode: '320371003', validFrom: from },
      { personKey: 'dispatcher', role: 'dispatcher', areaCode: community, validFrom: from },
      { personKey: 'volunteer', role: 'volunteer', areaCode: `${community}001`, validFrom: from },
      { personKey: 'resident', role: 'resident', areaCode: community, validFrom: from },
      verifier('first', 'B1'),
      verifier('second', 'B2'),
      verifier('general', 'GB'),
    ],
    units: [{ code: 'PROP1', handlerGroup: 'PROP', nameZh: '物业', nameEn: 'Property', areas: [community] }],
    partyOrgs: [org('GB', null, 'general_branch'), org('B1', 'GB', 'branch'), org('B2', 'GB', 'branch')],
    partyOrgCells: [
      { partyOrgCode: 'B1', cellCode: `${community}001` },
      { partyOrgCode: 'B1', cellCode: `${community}002` },
      { partyOrgCode: 'B2', cellCode: `${community}003` },
    ],
    ties: [],
    ...more,
  };
}

/** The community and its cells, without rings. */
export async function loadCommunity(ctx: Context): Promise<void> {
  await loadAreas(ctx, {
    areas: [
      { code: community, parentCode: null, kind: 'community', nameZh: '坡里', letters: 'PL' },
      ...['001', '002', '003', '901'].map((n) => ({
        code: community + n,
        parentCode: community,
        kind: n === '901' ? ('special_cell' as const) : ('grid_cell' as const),
        nameZh: n,
      })),
    ],
  });
}

export interface Town {
  ids: Map<string, string>;
  actor(key: string): Promise<PersonActor>;
  as(key: string): Promise<Context>;
  idOf(key: string): string;
}

/** Loads the community and its people; `as` gives a context whose actor is one of them. */
export async function town(db: TestDatabase, more: Rows = {}): Promise<Town> {
  await loadCommunity(db.ctx());
  const { personIds: ids } = await loadPeople(db.ctx(), { register: smallRegister(more), password });
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`nobody is called ${key}`);
    return id;
  };
  const actor = async (key: string) => {
    const found = await loadActor(db.ctx(), { personId: idOf(key) });
    if (!found) throw new Error(`${key} was not loaded`);
    return found;
  };
  return { ids, idOf, actor, as: async (key) => db.ctx((await actor(key)) as Actor) };
}
