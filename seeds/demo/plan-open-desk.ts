import { dayNumber, dayStart, minuteMs } from '@/lib/calendar/shanghai';
import type { OpenKit, OpenRow } from './plan-open-script';
import { sameHandlerReasons } from './texts/staff-words';

const unit = (code: string) => ({ unit: code });
const evening = (now: number, days: number, from: number, hours: number) => {
  const startsAt = dayStart(dayNumber(now) + days) + from * minuteMs;
  return { startsAt, endsAt: startsAt + hours * 60 * minuteMs };
};

/** What lies before the desk: fresh, near its limit, late, come back, taken up again, with the street. */
export const deskRows = ({ w, c }: OpenKit): OpenRow[] => [
  { key: 'o-fresh-web', item: '0501', cell: '001', channel: 'web', topic: 'door', at: c(12), endsAs: 'submitted' },
  { key: 'o-fresh-chat', item: '0401', cell: '004', channel: 'chat', topic: 'bins', at: c(6), endsAs: 'submitted' },
  {
    key: 'o-unnamed',
    item: '1403',
    cell: '002',
    channel: 'web',
    at: c(31),
    own: '推销的老敲门|这两天老有人挨家敲门卖保健品，好几个老太太都开门让人进屋了，不知道归哪个管，你们给看看。',
    change: { itemAtSubmit: null },
    endsAs: 'submitted',
  },
  { key: 'o-near-dispatch', item: '0302', cell: '003', channel: 'hall', at: w(212), endsAs: 'submitted' },
  {
    key: 'o-late-dispatch',
    item: '0402',
    cell: '006',
    channel: 'phone',
    topic: 'greening',
    at: w(330),
    endsAs: 'submitted',
  },
  {
    key: 'o-returned',
    item: '0402',
    cell: '002',
    channel: 'hall',
    topic: 'cleaning',
    at: w(440),
    handler: unit('PL-PROP'),
    endsAs: 'submitted',
    life: (s) => {
      s.assign(w(410));
      s.sign(w(370));
      s.returned(w(70), '现场核实该处保洁由市容班组负责，不在物业服务区域内。', '市容环卫班组');
    },
  },
  {
    key: 'o-reopened',
    item: '0601',
    cell: '005',
    channel: 'web',
    topic: 'stair_light',
    own: '三楼的灯又灭了|三楼拐角那盏灯一到晚上就不亮，上下楼得扶着墙摸，前天差点崴着脚，麻烦来看看。',
    at: w(2400),
    endsAs: 'submitted',
    life: (s) => {
      s.assign(w(2380));
      s.sign(w(2330));
      s.arrive(w(1980));
      s.evidence(w(1900));
      s.pass(w(1600));
      s.rate(w(80), 'no', 2, '亮了两天又不亮了，还是那一盏。', 'broken_again');
    },
  },
  {
    key: 'o-appealed',
    item: '0803',
    cell: '001',
    channel: 'web',
    at: w(700),
    own: '家里两辆车怎么算|家里两辆车都是本小区的，一辆说免费一辆说要登记，上回答复我看不懂，请街道给个准话。',
    endsAs: 'submitted',
    life: (s) => {
      s.decline(w(600), 'answered', '同一事项上月已书面答复并送达，没有新的情况，因此不再重复受理，原答复可随时查阅。');
      s.appeal(w(120), '原答复没说第二辆车，我要的就是这一条，请街道看看。');
    },
  },
  {
    key: 'o-reopened-twice',
    item: '0501',
    cell: '004',
    channel: 'web',
    topic: 'roof',
    own: '顶楼漏雨|我家顶楼，一下雨客厅西北角就往下滴，拿盆接着，墙皮都掉了，找物业几回了，麻烦给彻底修修。',
    at: w(4300),
    handler: unit('PL-PROP'),
    endsAs: 'submitted',
    life: (s) => {
      s.assign(w(4260));
      s.sign(w(4180));
      s.evidence(w(3300));
      s.pass(w(3050));
      s.rate(w(2600), 'no', 2, '补了一块，下雨还是漏，盆又端出来了。', 'not_fixed');
      s.assign(w(2560), sameHandlerReasons[0]);
      s.sign(w(2480));
      s.evidence(w(1900));
      s.pass(w(1500));
      s.rate(w(95), 'no', 1, '第二回了，换了个地方漏，你们到底有没有上楼顶看。', 'not_fixed');
    },
  },
  {
    key: 'o-supplemented',
    item: '0402',
    cell: '003',
    channel: 'web',
    topic: 'greening',
    own: '树把窗户挡严了|楼边上那棵大树枝子伸到窗户跟前，白天屋里也得开灯，请来修修。',
    at: w(300),
    endsAs: 'submitted',
    life: (s) => {
      s.ask(w(260), '请问树在楼前还是楼后，挡的是几楼的窗户？');
      s.supplement(w(40), '楼后面靠围墙那棵，挡的是二楼和三楼，早上一点光都没有。');
    },
  },
  {
    key: 'o-secret',
    item: '1202',
    cell: '006',
    channel: 'web',
    at: w(100),
    change: { requester: { name: '邻居', phone: '10050000990', confidential: true } },
    endsAs: 'submitted',
  },
  {
    key: 'o-about-community',
    item: '1403',
    cell: '005',
    channel: 'web',
    at: w(90),
    own: '大厅窗口老没人|上礼拜去社区办公室开证明，去了两趟都没人，电话通了说在开会。能不能排个班，别让人白跑。',
    change: { about: { unit: 'PL-COMM', words: '社区办公室窗口无人' } },
    endsAs: 'submitted',
  },
  {
    key: 'o-asked',
    item: '0301',
    cell: '006',
    channel: 'web',
    at: w(190),
    endsAs: 'need_info',
    life: (s) => s.ask(w(150), '请问小广告在几号楼几单元，大概贴到几层？'),
  },
  {
    key: 'o-asked-long',
    item: '0303',
    cell: '003',
    channel: 'chat',
    at: w(1330),
    endsAs: 'need_info',
    life: (s) => s.ask(w(1290), '请问单车堆在哪个门口，方便的话补一张照片。'),
  },
];

/** What volunteers can take: mostly errands for the elders of C and around. */
export const offerRows = ({ w, c, now }: OpenKit): OpenRow[] => {
  const errand = (
    key: string,
    cell: string,
    channel: OpenRow['channel'],
    topic: string,
    times: readonly [submitted: number, offered: number],
    scope: 'own' | 'neighbours' | 'community',
    more: Partial<OpenRow> = {},
  ): OpenRow => ({
    key,
    item: '0902',
    cell,
    channel,
    topic,
    at: times[0],
    endsAs: 'offered',
    life: (s) => s.offer(times[1], scope),
    ...more,
  });
  return [
    errand('o-errand-1', '005', 'phone', 'medicine', [c(45), c(14)], 'neighbours'),
    errand('o-errand-2', '005', 'chat', 'groceries', [c(50), c(11)], 'own'),
    errand('o-errand-3', '002', 'chat', 'pickup', [c(55), c(9)], 'neighbours'),
    errand('o-errand-4', '006', 'phone', 'groceries', [c(48), c(12)], 'neighbours'),
    errand('o-errand-5', '005', 'web', 'pickup', [c(52), c(10)], 'neighbours', { person: 'wangguilan' }),
    errand('o-errand-6', '001', 'hall', 'medicine', [w(20), w(8)], 'community'),
    errand('o-unclaimed', '005', 'phone', 'groceries', [w(200), w(170)], 'own'),
    {
      key: 'o-escort',
      item: '0903',
      cell: '005',
      channel: 'hall',
      at: w(60),
      own: '陪同去医院复查|来访反映：独居老人下周一上午复查眼睛，走路不稳，请一位会量血压的志愿者陪半天。',
      handler: 'volunteers',
      endsAs: 'offered',
      life: (s) => s.offer(w(35), 'neighbours', ['medical']),
    },
    {
      key: 'o-posters',
      item: '0301',
      cell: '004',
      channel: 'patrol',
      topic: 'stairwell',
      at: w(50),
      handler: 'volunteers',
      endsAs: 'offered',
      life: (s) => s.offer(w(30), 'neighbours'),
    },
    {
      key: 'o-night-patrol',
      item: '1204',
      cell: '003',
      channel: 'representative',
      at: w(190),
      handler: 'volunteers',
      change: { shift: evening(now, 1, 19 * 60 + 30, 2) },
      endsAs: 'offered',
      life: (s) => s.offer(w(150), 'community'),
    },
    {
      key: 'o-phone-lesson',
      item: '0904',
      cell: '005',
      channel: 'web',
      at: w(90),
      endsAs: 'offered',
      life: (s) => s.offer(w(60), 'neighbours', ['phone_tutoring']),
    },
  ];
};
