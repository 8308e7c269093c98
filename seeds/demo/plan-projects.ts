import type { Funding } from '@/lib/projects/status';
import type { Picture } from './plan-order';

export interface PlannedProject {
  key: string;
  title: string;
  titleEn: string;
  words: string;
  place: string;
  yuan: number;
  fundings: Funding[];
  /** Local dates, `YYYY-MM-DD`. */
  openedOn: string;
  dueOn: string;
  /** Title of the deliberation that it carries out. */
  decision?: string;
  /** The order that asked for it: one whose words hold these. */
  asked?: string;
  startedOn?: string;
  milestones: { title: string; dueOn: string; doneOn?: string; words?: string }[];
  spends: { on: string; label: string; yuan: number; receiptNo: string }[];
  postponed?: { on: string; newDueOn: string; reason: string };
  explained?: { on: string; reason: string };
  photos?: { on: string; words: string; item: string; picture: Picture }[];
  completedOn?: string;
}

const collective: Funding[] = ['collective'];
const invented = '（虚构的演示项目）';

/** What the source names: its titles, the park's budget and dates, the room's date. The other figures are invented. */
const ofTheSource: PlannedProject[] = [
  {
    key: 'chess-room',
    title: 'C区棋牌室',
    titleEn: 'Chess and card room in quarter C',
    words: 'C区老人最多，刮风下雨没有地方坐。把底层架空层收拾出来，建一间棋牌室。',
    place: 'C区底层架空层',
    yuan: 86_000,
    fundings: ['collective', 'party_dues'],
    openedOn: '2023-08-14',
    dueOn: '2024-03-31',
    asked: '棋牌室',
    startedOn: '2023-11-06',
    milestones: [
      { title: '选定场地，征求楼上住户意见', dueOn: '2023-10-15', doneOn: '2023-10-12' },
      { title: '隔墙、门窗和水电', dueOn: '2023-12-31', doneOn: '2023-12-28' },
      { title: '桌椅、取暖和消防器材进场', dueOn: '2024-02-29' },
      { title: '验收开放', dueOn: '2024-03-31' },
    ],
    spends: [
      { on: '2023-11-20', label: '隔墙和门窗', yuan: 23_600, receiptNo: '演示票-0117' },
      { on: '2023-12-28', label: '水电改造', yuan: 11_450.5, receiptNo: '演示票-0131' },
    ],
    photos: [{ on: '2023-12-28', words: '架空层水电改造做完', item: '0601', picture: 'after' }],
  },
  {
    key: 'riverside-park',
    title: '坡里沿河公园',
    titleEn: 'Riverside park',
    words: '沿河建一个供居民休闲、娱乐、锻炼、学习的党建主题公园。施工期间成立项目临时党支部，管进度、质量和群众意见。',
    place: '坡里沿河',
    yuan: 600_000,
    fundings: ['street', 'collective'],
    openedOn: '2024-01-04',
    dueOn: '2024-10-31',
    startedOn: '2024-01-10',
    milestones: [
      {
        title: '成立项目临时党支部',
        dueOn: '2024-01-12',
        doneOn: '2024-01-12',
        words: '施工方、社区和网格党员共同组成。',
      },
      { title: '方案公示，征求沿河居民意见', dueOn: '2024-02-29' },
      { title: '步道和护栏', dueOn: '2024-06-30' },
      { title: '绿化和健身器材', dueOn: '2024-08-31' },
      { title: '党建主题区布展和照明', dueOn: '2024-09-30' },
      { title: '竣工验收', dueOn: '2024-10-31' },
    ],
    spends: [{ on: '2024-01-12', label: '勘测和方案设计', yuan: 28_600, receiptNo: '演示票-0140' }],
    photos: [{ on: '2024-01-12', words: '开工前的沿河空地', item: '1403', picture: 'after' }],
  },
  {
    key: 'history-hall',
    title: '村史馆',
    titleEn: 'Village history hall',
    words: '收集老物件、老照片，把拆迁前几个村子的来历留下来。',
    place: '党群服务中心一楼东侧',
    yuan: 180_000,
    fundings: ['collective', 'donation'],
    openedOn: '2024-01-04',
    dueOn: '2024-06-30',
    milestones: [
      { title: '向居民征集老物件', dueOn: '2024-03-15' },
      { title: '布展', dueOn: '2024-06-15' },
    ],
    spends: [],
  },
  {
    key: 'party-school',
    title: '党员实境教育基地',
    titleEn: 'Training ground for Party members',
    words: '用社区身边的事办党课，党员到现场看、现场讲。',
    place: '坡里沿河公园西侧',
    yuan: 120_000,
    fundings: ['party_dues', 'street'],
    openedOn: '2024-01-04',
    dueOn: '2024-11-30',
    milestones: [{ title: '定点位和讲解内容', dueOn: '2024-05-31' }],
    spends: [],
  },
];

/** Finished in one go: listed, begun, paid, done. */
const finished = (
  key: string,
  [title, titleEn, place]: [string, string, string],
  words: string,
  [openedOn, startedOn, dueOn, completedOn]: [string, string, string, string],
  paid: [label: string, yuan: number][],
  more: Partial<PlannedProject> = {},
): PlannedProject => ({
  key,
  title,
  titleEn,
  words: `${words}${invented}`,
  place,
  yuan: Math.ceil((paid.reduce((sum, [, yuan]) => sum + yuan, 0) * 1.08) / 1000) * 1000,
  fundings: collective,
  openedOn,
  startedOn,
  dueOn,
  completedOn,
  milestones: [{ title: '施工', dueOn, doneOn: completedOn }],
  spends: paid.map(([label, yuan], i) => ({ on: completedOn, label, yuan, receiptNo: `演示票-${key}-${i + 1}` })),
  ...more,
});

const theOthers: PlannedProject[] = [
  finished(
    'ramp',
    ['党群服务中心无障碍坡道', 'Ramp at the service centre', '党群服务中心北门'],
    '北门台阶改成坡道，加扶手，轮椅和婴儿车能进出。',
    ['2023-07-10', '2023-07-24', '2023-08-31', '2023-08-22'],
    [['坡道和扶手', 18_200]],
    { photos: [{ on: '2023-08-22', words: '坡道和扶手装好', item: '0402', picture: 'after' }] },
  ),
  finished(
    'mirrors',
    ['路口减速带和反光镜', 'Speed humps and mirrors', '四个小区出入口'],
    '六个看不见来车的路口装反光镜，主路加减速带。',
    ['2023-07-10', '2023-08-07', '2023-09-30', '2023-09-15'],
    [
      ['减速带', 9_600],
      ['反光镜和立杆', 7_340],
    ],
  ),
  finished(
    'handrails',
    ['老楼道扶手', 'Handrails in old stairwells', 'A区、C区'],
    '给老人多的单元楼道补装扶手，共 38 个单元。',
    ['2023-07-17', '2023-08-21', '2023-10-31', '2023-10-20'],
    [['扶手和安装', 45_600]],
  ),
  finished(
    'charging',
    ['电动车充电棚', 'Charging shed for e-bikes', 'B区东侧空地'],
    '建两处带喷淋的充电棚，电动车不再进楼。',
    ['2023-07-17', '2023-09-04', '2023-11-15', '2023-11-10'],
    [
      ['棚架和喷淋', 62_800],
      ['充电桩 24 个口', 21_600],
    ],
    { fundings: ['collective', 'street'] },
  ),
  finished(
    'drains',
    ['雨水管网清淤', 'Clearing of storm drains', '四个小区'],
    '清理雨水井和主管，解决下雨积水。',
    ['2023-07-24', '2023-08-14', '2023-09-30', '2023-10-26'],
    [['清淤和疏通', 37_900]],
    {
      postponed: { on: '2023-09-26', newDueOn: '2023-10-31', reason: '清淤发现三处断管，要换管后再通，顺延一个月。' },
      photos: [{ on: '2023-10-26', words: '主管疏通后的雨水井', item: '0701', picture: 'after' }],
    },
  ),
  finished(
    'fitness',
    ['健身器材更新', 'New fitness equipment', 'A区、D区广场'],
    '换掉锈坏的健身器材，加两张室外乒乓球台。',
    ['2023-08-14', '2023-09-18', '2023-10-31', '2023-10-30'],
    [['健身器材', 33_500]],
    { fundings: ['district'] },
  ),
  finished(
    'heating',
    ['老年活动室取暖', 'Heating in the seniors’ room', 'C区老年活动室'],
    '换空调两台，门窗加密封，冬天能坐得住。',
    ['2023-09-11', '2023-10-16', '2023-11-30', '2023-11-21'],
    [['空调和门窗密封', 14_300]],
    { fundings: ['party_dues'] },
  ),
  finished(
    'lamps',
    ['四个小区路灯补装', 'More street lamps', '四个小区'],
    '停车决议定下来以后，先把停车区域的暗处补上路灯。',
    ['2023-11-06', '2023-11-13', '2023-12-20', '2023-12-18'],
    [['路灯 16 盏', 22_400]],
    { decision: '规范四个小区停车' },
  ),
  finished(
    'parcel-lockers',
    ['B区快递柜', 'Parcel lockers in quarter B', 'B区门口'],
    '驿站关门早，下班晚的取不到件，在B区门口装一组快递柜。',
    ['2023-10-30', '2023-11-20', '2023-12-31', '2023-12-22'],
    [['快递柜一组 60 格', 26_800]],
    { asked: '快递柜' },
  ),
  {
    key: 'roof',
    title: 'A区屋面防水二期',
    titleEn: 'Roof sealing in quarter A, part two',
    words: `A区六栋顶层漏雨的屋面重做防水。${invented}`,
    place: 'A区六栋楼',
    yuan: 240_000,
    fundings: ['maintenance_fund'],
    openedOn: '2023-08-21',
    dueOn: '2023-12-31',
    startedOn: '2023-10-09',
    milestones: [
      { title: '前三栋', dueOn: '2023-11-15', doneOn: '2023-11-20' },
      { title: '后三栋', dueOn: '2023-12-31' },
    ],
    spends: [
      { on: '2023-11-24', label: '前三栋防水', yuan: 112_600, receiptNo: '演示票-0119' },
      { on: '2023-12-15', label: '后三栋材料', yuan: 46_300, receiptNo: '演示票-0128' },
    ],
    explained: { on: '2024-01-03', reason: '十二月中旬起连续低温，防水层不能施工，等气温回到五度以上再做。' },
  },
  {
    key: 'school-stop',
    title: '放学接送等候区',
    titleEn: 'Waiting area at the school gate',
    words: `学校门口划出等候区，装雨棚和护栏，接孩子不占道。${invented}`,
    place: 'D区学校门口',
    yuan: 58_000,
    fundings: ['street', 'collective'],
    openedOn: '2023-09-04',
    dueOn: '2024-01-10',
    startedOn: '2023-10-30',
    milestones: [
      { title: '护栏和划线', dueOn: '2023-11-30', doneOn: '2023-11-28' },
      { title: '雨棚', dueOn: '2024-01-10' },
    ],
    spends: [{ on: '2023-11-28', label: '护栏和划线', yuan: 19_700, receiptNo: '演示票-0120' }],
  },
];

/** The 15 that the source counts (为居民办实事15件), in the order in which they were listed. */
export const planProjects: readonly PlannedProject[] = [...ofTheSource, ...theOthers].sort((a, b) =>
  a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0,
);
