import { cellCodes, communityCode } from './geography-plan';
import { gridWorkers } from './people-routes';
import type { DemoAccount, DemoMembership, DemoPerson } from './people-shape';
import { streetCode } from './people-units';

const zoneCode = '320371';
const cell = (number: string) => communityCode + number;
/** Before the first demo order, so that every role stands on every day of the history. */
const validFrom = '2023-01-01';

/** Who has a role or a login. What stands in brackets is a duty desk, which the demo gives one person. */
const staffRows: [key: string, name: string, nameEn: string, bornYear: number, householdCode?: string][] = [
  ['limin', '李敏', 'Li Min', 1986],
  ['chenchen', '陈晨', 'Chen Chen', 1993],
  ['fangmin', '方敏', 'Fang Min', 1984],
  ['zhaoqiang', '赵强', 'Zhao Qiang', 1979],
  ['qianfang', '钱芳', 'Qian Fang', 1982],
  ['wulei', '吴磊', 'Wu Lei', 1988],
  ['fengjing', '冯静', 'Feng Jing', 1990],
  ['hanbing', '韩冰', 'Han Bing', 1985],
  ['shenjie', '沈洁', 'Shen Jie', 1991],
  ['dinghao', '丁浩', 'Ding Hao', 1987],
  ['gongshui', '抢修员(演示)', 'Repair Crew (demo)', 1983],
  ['huanwei', '环卫班长(演示)', 'Sanitation Lead (demo)', 1974],
  ['chengguan', '城管队员(演示)', 'City Management Officer (demo)', 1989],
  ['gaofeng', '高峰', 'Gao Feng', 1980],
  ['dingsheng', '鼎盛管家(演示)', 'Dingsheng Steward (demo)', 1992],
  ['heping', '何平', 'He Ping', 1962, `${cell('001')}-08-2-602`],
  ['luping', '陆萍', 'Lu Ping', 1966, `${cell('004')}-10-1-301`],
  ['zhengshucheng', '郑书成', 'Zheng Shucheng', 1959, `${cell('005')}-02-1-301`],
  ['tangyue', '唐悦', 'Tang Yue', 1978, `${cell('006')}-05-1-1102`],
  ['shuji', '书记(演示)', 'Secretary (demo)', 1972],
  ['xuwende', '许文德', 'Xu Wende', 1951, `${cell('005')}-03-2-201`],
  ['weichanglin', '魏长林', 'Wei Changlin', 1949, `${cell('005')}-01-1-202`],
  ['jiedao', '街道值班员(演示)', 'Subdistrict Duty Officer (demo)', 1981],
  ['dujuan', '杜娟', 'Du Juan', 1977],
  ['auditor', '审计管理员(演示)', 'Audit Administrator (demo)', 1985],
  ['admin', '系统管理员(演示)', 'System Administrator (demo)', 1990],
];

const staff = staffRows.map(
  ([key, name, nameEn, bornYear, householdCode], index): DemoPerson => ({
    key,
    name,
    nameEn,
    phone: `1001${String(index + 1).padStart(7, '0')}`,
    bornYear,
    householdCode,
  }),
);

/** The three residents whose phones the API's documentation names, and a representative. */
const residents: DemoPerson[] = [
  {
    key: 'wangguilan',
    name: '王桂兰',
    nameEn: 'Wang Guilan',
    phone: '10000000001',
    bornYear: 1945,
    householdCode: `${cell('005')}-05-2-302`,
  },
  {
    key: 'zhoujianguo',
    name: '周建国',
    nameEn: 'Zhou Jianguo',
    phone: '10000000002',
    bornYear: 1963,
    householdCode: `${cell('001')}-03-1-502`,
  },
  {
    key: 'annakeller',
    name: 'Anna Keller',
    nameEn: 'Anna Keller',
    phone: '10000000003',
    bornYear: 1991,
    householdCode: `${cell('006')}-02-1-901`,
  },
  {
    key: 'sunxiuying',
    name: '孙秀英',
    nameEn: 'Sun Xiuying',
    phone: '10000000004',
    bornYear: 1957,
    householdCode: `${cell('003')}-04-3-402`,
  },
];

/** Live with a verifier, who therefore may not verify what they ask for or handle. */
export const verifierFamilies: DemoPerson[] = [
  {
    key: 'family-zheng',
    name: '邱桂珍',
    phone: '10000000011',
    bornYear: 1936,
    householdCode: `${cell('005')}-02-1-301`,
  },
  { key: 'family-he', name: '贾文娟', phone: '10000000012', bornYear: 1964, householdCode: `${cell('001')}-08-2-602` },
  {
    key: 'family-tang',
    name: '陶志远',
    phone: '10000000013',
    bornYear: 1976,
    householdCode: `${cell('006')}-05-1-1102`,
  },
];

export const accountPersons: DemoPerson[] = [...staff, ...residents, ...verifierFamilies];

const logins: Record<DemoAccount['roleKind'], string[]> = {
  staff:
    'limin chenchen zhaoqiang qianfang fangmin gongshui huanwei chengguan gaofeng dingsheng heping luping zhengshucheng tangyue shuji xuwende jiedao dujuan auditor admin'.split(
      ' ',
    ),
  volunteer: ['liuyang', 'mali'],
  resident: ['sunxiuying', 'wangguilan', 'zhoujianguo', 'annakeller'],
};

/** Login = key: the pinyin of the name. */
export const demoAccounts: DemoAccount[] = (['staff', 'volunteer', 'resident'] as const).flatMap((roleKind) =>
  logins[roleKind].map((login) => ({ login, personKey: login, roleKind })),
);

const member = (
  personKey: string,
  role: DemoMembership['role'],
  areaCode: string,
  more: Partial<DemoMembership> = {},
): DemoMembership => ({ personKey, role, areaCode, validFrom, ...more });

const unitStaff = (personKey: string, areaCode: string, ...unitCodes: string[]) =>
  unitCodes.map((unitCode) => member(personKey, 'unit_staff', areaCode, { unitCode }));

/** Every handler group has a unit with somebody who can sign in; CADRE, ALLIANCE, UNIT and BRANCH share 方敏. */
export const staffMemberships: DemoMembership[] = [
  member('limin', 'dispatcher', communityCode, { memberKind: 'community_cadre' }),
  member('chenchen', 'hall_clerk', communityCode, { memberKind: 'community_cadre', unitCode: 'PL-HALL' }),
  ...unitStaff('chenchen', communityCode, 'PL-HALL'),
  ...unitStaff('fangmin', communityCode, 'PL-COMM', 'PL-ALLIANCE', 'PL-CADRE', 'PL-UNIT', 'PL-BRANCH'),
  ...cellCodes.map((code) => member(gridWorkers[code] ?? '', 'grid_worker', code, { memberKind: 'grid_worker' })),
  ...unitStaff('gongshui', streetCode, 'DHS-UTIL'),
  ...unitStaff('huanwei', communityCode, 'PL-SANI'),
  ...unitStaff('chengguan', streetCode, 'DHS-DEPT', 'DHS-URBAN', 'DHS-POLICE'),
  ...unitStaff('gaofeng', communityCode, 'PL-PROP'),
  ...unitStaff('dingsheng', cell('006'), 'DS-PROP'),
  member('heping', 'branch_verifier', `${communityCode}-A`, { partyOrgCode: 'PL-B1' }),
  member('luping', 'branch_verifier', `${communityCode}-B`, { partyOrgCode: 'PL-B2' }),
  member('zhengshucheng', 'branch_verifier', `${communityCode}-C`, { partyOrgCode: 'PL-B3' }),
  member('tangyue', 'branch_verifier', `${communityCode}-D`, { partyOrgCode: 'PL-B4' }),
  member('shuji', 'secretary', communityCode, { partyOrgCode: 'PL-GB' }),
  member('shuji', 'branch_verifier', communityCode, { partyOrgCode: 'PL-GB' }),
  member('xuwende', 'mediator', communityCode, { unitCode: 'PL-MED' }),
  ...unitStaff('xuwende', communityCode, 'PL-MED'),
  member('weichanglin', 'mediator', communityCode, { unitCode: 'PL-MED' }),
  member('jiedao', 'street_officer', streetCode, { unitCode: 'DHS-STREET' }),
  member('jiedao', 'dispatcher', streetCode),
  ...unitStaff('jiedao', streetCode, 'DHS-STREET'),
  member('jiedao', 'system_admin', streetCode),
  member('dujuan', 'supervisor', streetCode),
  member('auditor', 'audit_admin', zoneCode),
  member('admin', 'system_admin', zoneCode),
  member('sunxiuying', 'representative', `${communityCode}-B`),
  ...[...residents, ...verifierFamilies].map(({ key }) => member(key, 'resident', communityCode)),
];

/** Declared by themselves (R8); none of them stands in the way of the demo's own orders. */
export const demoTies = [
  { personKey: 'weichanglin', otherKey: 'zhengshucheng', reason: '表亲' },
  { personKey: 'dinghao', otherKey: 'weichanglin', reason: '姻亲' },
];
