import { cellCodes, communityCode, communityPhone, parkCode } from './geography-plan';
import type { DemoFigures, DemoPartyOrg, DemoUnit } from './people-shape';

export const streetCode = '320371003';

const cell = (number: string) => communityCode + number;
const [community, street] = [[communityCode], [streetCode]];

/** Whoever an order can be assigned to, at least one for every handler of the taxonomy but GRID and VOL. */
export const demoUnits: DemoUnit[] = [
  {
    code: 'PL-PROP',
    handlerGroup: 'PROP',
    nameZh: '坡里物业',
    nameEn: 'Poli Property',
    phone: '10040000011',
    areas: cellCodes.filter((code) => code !== cell('006')),
  },
  {
    code: 'DS-PROP',
    handlerGroup: 'PROP',
    nameZh: '鼎盛物业',
    nameEn: 'Dingsheng Property',
    phone: '10040000012',
    areas: [cell('006')],
  },
  {
    code: 'PL-SANI',
    handlerGroup: 'SANI',
    nameZh: '环卫坡里班',
    nameEn: 'Poli Sanitation Crew',
    phone: '10040000013',
    areas: community,
  },
  {
    code: 'PL-COMM',
    handlerGroup: 'COMM',
    nameZh: '坡里社区办公室',
    nameEn: 'Poli Community Office',
    phone: communityPhone,
    areas: community,
  },
  {
    code: 'PL-HALL',
    handlerGroup: 'HALL',
    nameZh: '坡里社区服务大厅',
    nameEn: 'Poli Service Hall',
    phone: '10040000002',
    areas: community,
  },
  {
    code: 'PL-MED',
    handlerGroup: 'MED',
    nameZh: '有心工作室',
    nameEn: 'Youxin Mediation Studio',
    phone: '10040000003',
    areas: community,
  },
  {
    code: 'PL-BRANCH',
    handlerGroup: 'BRANCH',
    nameZh: '坡里社区党总支办公室',
    nameEn: 'Office of the Poli General Branch',
    phone: '10040000004',
    areas: community,
  },
  {
    code: 'PL-CADRE',
    handlerGroup: 'CADRE',
    nameZh: '下沉干部联络组',
    nameEn: 'Posted Cadres Liaison',
    phone: '10040000005',
    areas: community,
  },
  {
    code: 'PL-ALLIANCE',
    handlerGroup: 'ALLIANCE',
    nameZh: '坡里党建联盟联络站',
    nameEn: 'Poli Party-Building Alliance',
    phone: '10040000006',
    areas: community,
  },
  {
    code: 'PL-UNIT',
    handlerGroup: 'UNIT',
    nameZh: '点位责任单位联络组',
    nameEn: 'Responsible Units Liaison',
    phone: '10040000007',
    areas: community,
  },
  {
    code: 'DHS-STREET',
    handlerGroup: 'STREET',
    nameZh: '大黄山街道办事处',
    nameEn: 'Dahuangshan Subdistrict Office',
    phone: '10040000021',
    areas: street,
  },
  {
    code: 'DHS-DEPT',
    handlerGroup: 'DEPT',
    nameZh: '街道职能部门联络组',
    nameEn: 'Departments Liaison',
    phone: '10040000022',
    areas: street,
  },
  {
    code: 'DHS-URBAN',
    handlerGroup: 'URBAN',
    nameZh: '街道城管中队',
    nameEn: 'City Management Squad',
    phone: '10040000023',
    areas: street,
  },
  {
    code: 'DHS-POLICE',
    handlerGroup: 'POLICE',
    nameZh: '社区警务联络组',
    nameEn: 'Community Policing Liaison',
    phone: '10040000024',
    areas: street,
  },
  {
    code: 'DHS-UTIL',
    handlerGroup: 'UTIL',
    nameZh: '水电气热抢修班',
    nameEn: 'Utilities Repair Crew',
    phone: '10040000025',
    areas: street,
  },
];

const since = '2021-07-01';
const branch = (
  code: string,
  nameZh: string,
  nameEn: string,
  members: number,
  votingMembers: number,
): DemoPartyOrg => ({
  code,
  kind: 'branch',
  parentCode: 'PL-GB',
  nameZh,
  nameEn,
  validFrom: since,
  members,
  votingMembers,
});

/** 118 members, 112 of them with vote; the general branch counts none of its own. */
export const demoPartyOrgs: DemoPartyOrg[] = [
  {
    code: 'PL-GB',
    kind: 'general_branch',
    parentCode: null,
    nameZh: '坡里社区党总支',
    nameEn: 'Poli Community General Branch',
    validFrom: since,
    members: 0,
    votingMembers: 0,
  },
  branch('PL-B1', '第一支部', 'First Branch', 31, 30),
  branch('PL-B2', '第二支部', 'Second Branch', 27, 25),
  branch('PL-B3', '第三支部', 'Third Branch', 33, 31),
  branch('PL-B4', '第四支部', 'Fourth Branch', 21, 20),
  branch('PL-BP', '物业联合支部', 'Joint Property Branch', 6, 6),
  {
    code: 'PL-T1',
    kind: 'temp_branch',
    parentCode: 'PL-GB',
    nameZh: '沿河公园项目临时党支部',
    nameEn: 'Temporary Branch of the Riverside Park Project',
    validFrom: '2024-03-01',
    validTo: '2024-10-31',
    purpose: '沿河公园项目建设期间的党员管理与现场监督',
    members: 0,
    votingMembers: 0,
  },
];

/** Who looks at the ground: a branch per quarter; the park has the general branch, and the temporary one while it lasts. */
export const demoPartyOrgCells: { partyOrgCode: string; cellCode: string }[] = [
  { partyOrgCode: 'PL-B1', cellCode: cell('001') },
  { partyOrgCode: 'PL-B1', cellCode: cell('002') },
  { partyOrgCode: 'PL-B2', cellCode: cell('003') },
  { partyOrgCode: 'PL-B2', cellCode: cell('004') },
  { partyOrgCode: 'PL-B3', cellCode: cell('005') },
  { partyOrgCode: 'PL-B4', cellCode: cell('006') },
  { partyOrgCode: 'PL-GB', cellCode: parkCode },
  { partyOrgCode: 'PL-T1', cellCode: parkCode },
];

export const demoSettings: Record<string, string> = {
  'phones.community': communityPhone,
  'phones.supervision': '10040000031',
  'phones.psych': '12356',
};

export const demoFigures: DemoFigures = {
  residents: 6310,
  aged65: 1120,
  livingAloneElders: 64,
  powerConsents: 41,
  foreignResidents: 3,
  rentedFlats: 310,
  partyCommittee: 5,
  residentsCommittee: 7,
  servingInBoth: 3,
  representatives: 140,
  womenRepresentatives: 52,
  representativeMeeting: 147,
  supervisoryCommittee: 3,
};
