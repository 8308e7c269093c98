import type { Role } from '@/lib/kernel/context';
import type { PeopleRegister } from '@/lib/people/input';
import { communityCode } from '@/seeds/demo/geography-plan';
import { demoPeople } from '@/seeds/demo/people';

const cell = (number: string) => communityCode + number;
const validFrom = '2023-01-01';

/** Whom the tests need beside the demo's people; all invented. */
const more: {
  key: string;
  name: string;
  householdCode?: string;
  roles: [role: Role, area: string, unit?: string][];
}[] = [
  { key: 'second-property', name: '物业二', roles: [['unit_staff', communityCode, 'PL-PROP']] },
  { key: 'second-clerk', name: '窗口二', roles: [['hall_clerk', communityCode]] },
  {
    key: 'clerk-of-property',
    name: '窗口三',
    roles: [
      ['hall_clerk', communityCode],
      ['unit_staff', communityCode, 'PL-PROP'],
    ],
  },
  { key: 'second-verifier', name: '验单二', roles: [['branch_verifier', `${communityCode}-C`]] },
  {
    key: 'verifier-of-property',
    name: '验单三',
    roles: [
      ['unit_staff', communityCode, 'PL-PROP'],
      ['branch_verifier', `${communityCode}-C`],
    ],
  },
  { key: 'young', name: '少年', roles: [['volunteer', cell('005')]] },
  { key: 'plumber', name: '水电工', roles: [['volunteer', cell('005')]] },
  { key: 'next-cell', name: '邻格志愿者', roles: [['volunteer', cell('001')]] },
  { key: 'far-cell', name: '远格志愿者', roles: [['volunteer', cell('004')]] },
  {
    key: 'worker-and-volunteer',
    name: '双报到',
    roles: [
      ['grid_worker', cell('006')],
      ['volunteer', cell('005')],
    ],
  },
  {
    key: 'grandson',
    name: '孙辈',
    householdCode: `${cell('005')}-05-2-302`,
    roles: [
      ['volunteer', cell('005')],
      ['hall_clerk', communityCode],
    ],
  },
  { key: 'newcomer', name: '新居民', householdCode: `${cell('005')}-06-1-201`, roles: [['resident', communityCode]] },
];

/** The demo's people and the ones above, with the volunteers among them and the default routes. */
export function communityPeople(items: readonly { code: string; handler: string }[]) {
  const demo = demoPeople(items);
  const persons = more.map(({ key, name, householdCode }, i) => ({
    key,
    name,
    householdCode,
    phone: `1009${String(i + 1).padStart(7, '0')}`,
  }));
  const memberships = more.flatMap(({ key, roles }) =>
    roles.map(([role, areaCode, unitCode]) => ({
      personKey: key,
      role,
      areaCode,
      unitCode,
      ...(role === 'branch_verifier' ? { partyOrgCode: 'PL-B3' } : {}),
      validFrom,
    })),
  );
  const register: PeopleRegister = {
    ...demo,
    persons: [...demo.persons, ...persons],
    memberships: [...demo.memberships, ...memberships],
  };
  const own = more
    .filter(({ roles }) => roles.some(([role]) => role === 'volunteer'))
    .map(({ key }) => ({
      personKey: key,
      skills: key === 'plumber' ? ['plumbing_electric'] : [],
      adultFrom: key === 'young' ? '2029-01-01' : '2000-01-01',
    }));
  return { register, volunteers: [...demo.volunteers, ...own], routes: demo.defaultRoutes };
}
