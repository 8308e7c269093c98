import type { OpenKit, OpenRow } from './plan-open-script';

const unit = (code: string) => ({ unit: code });

/** What waits for a signature: fresh, near the limit, overdue, sealed, assigned by the program at submit. */
export const signRows = ({ w, c }: OpenKit): OpenRow[] => {
  const assigned = (
    key: string,
    item: string,
    cell: string,
    channel: OpenRow['channel'],
    handler: OpenRow['handler'],
    times: readonly [submitted: number, assigned: number],
    more: Partial<OpenRow> = {},
  ): OpenRow => ({
    key,
    item,
    cell,
    channel,
    handler,
    at: times[0],
    endsAs: 'assigned',
    life: (s) => s.assign(times[1]),
    ...more,
  });
  return [
    assigned('o-sign-firm', '0402', '002', 'chat', unit('PL-PROP'), [w(75), w(25)], { topic: 'greening' }),
    assigned('o-sign-near', '0601', '003', 'hall', unit('PL-PROP'), [w(250), w(224)], { topic: 'stair_light' }),
    assigned('o-sign-late', '0501', '005', 'phone', unit('PL-PROP'), [w(330), w(268)], { topic: 'door' }),
    { key: 'o-urgent-water', item: '0701', cell: '001', channel: 'web', at: c(13), endsAs: 'assigned' },
    { key: 'o-urgent-lift', item: '0502', cell: '006', channel: 'chat', at: c(5), endsAs: 'assigned' },
    { key: 'o-power-alert', item: '0901', cell: '005', channel: 'power', topic: 'power', at: c(8), endsAs: 'assigned' },
    assigned('o-dispute', '1101', '005', 'hall', unit('PL-MED'), [w(130), w(110)], { topic: 'noise' }),
    assigned('o-family', '1102', '004', 'hall', unit('PL-MED'), [w(95), w(80)]),
    assigned('o-sign-garbage', '0401', '003', 'chat', unit('PL-SANI'), [w(40), w(22)], { topic: 'bins' }),
    assigned('o-sign-hall', '1301', '002', 'chat', unit('PL-HALL'), [w(28), w(15)]),
    assigned('o-anonymous', '0503', '003', 'web', unit('DHS-STREET'), [w(140), w(120)], {
      topic: 'service',
      change: { requester: { anonymous: true }, about: { unit: 'PL-PROP' } },
    }),
    assigned('o-parking', '0803', '006', 'representative', unit('PL-COMM'), [w(200), w(150)]),
  ];
};

/** What is being done: in time, overdue, sent back, a volunteer on the way. */
export const workRows = ({ w, c }: OpenKit): OpenRow[] => [
  {
    key: 'o-work-clutter',
    item: '0302',
    cell: '001',
    channel: 'representative',
    at: w(560),
    handler: unit('PL-PROP'),
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(520));
      s.sign(w(470));
      s.contact(w(460), '电话联系上，约好明天上午和户主一起看。');
    },
  },
  {
    key: 'o-work-overdue',
    item: '0401',
    cell: '006',
    channel: 'chat',
    topic: 'bins',
    at: w(330),
    handler: unit('DS-PROP'),
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(310));
      s.sign(w(292));
    },
  },
  {
    key: 'o-work-rework',
    item: '0601',
    cell: '002',
    channel: 'web',
    topic: 'stair_light',
    own: '二楼三楼灯都不亮|二楼和三楼的楼道灯坏了三四天了，晚上摸黑上楼，老人都不敢下来，请来修一下。',
    at: w(1000),
    handler: unit('PL-PROP'),
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(980));
      s.sign(w(930));
      s.arrive(w(600));
      s.evidence(w(560));
      s.rework(w(140), 'not_solved_on_site', '晚上去看过，二楼亮了，三楼那盏还是不亮，请补修。');
    },
  },
  {
    key: 'o-work-volunteer',
    item: '0902',
    cell: '005',
    channel: 'hall',
    topic: 'groceries',
    at: w(40),
    endsAs: 'in_progress',
    life: (s) => {
      s.offer(w(24), 'neighbours');
      s.claim(c(20), 'liuyang');
      s.contact(c(15), '电话联系上，记下了要买的东西。');
      s.arrive(c(4));
    },
  },
  {
    key: 'o-work-meal',
    item: '0903',
    cell: '002',
    channel: 'phone',
    at: w(70),
    handler: 'volunteers',
    endsAs: 'in_progress',
    life: (s) => {
      s.offer(w(45), 'neighbours');
      s.claim(w(30), 'mali');
      s.contact(c(18), '电话联系家属，约好今天上午十点。');
    },
  },
  {
    key: 'o-work-heating',
    item: '0704',
    cell: '004',
    channel: 'web',
    at: c(150),
    endsAs: 'in_progress',
    life: (s) => {
      s.sign(c(135));
      s.contact(c(130), '电话联系上，请住户先把阀门开到最大。');
      s.arrive(c(35));
    },
  },
  {
    key: 'o-work-sorting',
    item: '0403',
    cell: '005',
    channel: 'chat',
    at: w(330),
    handler: { person: 'zhaoqiang' },
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(300));
      s.sign(w(270));
      s.note(w(100), '先站桶引导两个早晨，再和楼长商量值守安排。', true);
    },
  },
  {
    key: 'o-work-register',
    item: '1304',
    cell: '001',
    channel: 'hall',
    at: w(540),
    handler: { person: 'qianfang' },
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(520));
      s.sign(w(490));
    },
  },
  {
    key: 'o-work-lane',
    item: '0801',
    cell: '006',
    channel: 'web',
    at: c(95),
    endsAs: 'in_progress',
    life: (s) => {
      s.sign(c(80));
      s.contact(c(70), '电话联系上，正在查车主登记。');
      s.nudge(c(30));
    },
  },
  {
    key: 'o-work-fee',
    item: '0503',
    cell: '004',
    channel: 'web',
    topic: 'fee',
    at: w(940),
    handler: unit('DHS-STREET'),
    change: { about: { unit: 'PL-PROP' } },
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(900));
      s.sign(w(640));
      s.note(w(300), '已约物业公司后天当面说明收费依据，届时一并书面答复。', true);
    },
  },
  {
    key: 'o-work-fumes',
    item: '1503',
    cell: '901',
    channel: 'phone',
    at: w(540),
    handler: unit('DHS-DEPT'),
    endsAs: 'in_progress',
    life: (s) => {
      s.assign(w(500));
      s.sign(w(330));
      s.arrive(w(120));
    },
  },
];
