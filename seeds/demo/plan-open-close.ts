import type { OpenKit, OpenRow, Script } from './plan-open-script';

const unit = (code: string) => ({ unit: code });

/** What lies before the branches: two and more each, one without a piece, one with an old photo, one too long. */
export const verifyRows = ({ w, c }: OpenKit): OpenRow[] => {
  const shown = (
    key: string,
    item: string,
    cell: string,
    channel: OpenRow['channel'],
    handler: OpenRow['handler'],
    /** Working minutes before now: submitted, signed, shown. */
    times: readonly [submitted: number, signed: number, shown: number],
    how: Parameters<Script['evidence']>[1],
    more: Partial<OpenRow> = {},
  ): OpenRow => ({
    key,
    item,
    cell,
    channel,
    handler,
    at: w(times[0]),
    endsAs: 'awaiting_verification',
    life: (s) => {
      s.assign(w(times[0] - 15));
      s.sign(w(times[1]));
      s.evidence(w(times[2]), how);
    },
    ...more,
  });
  return [
    shown('o-verify-a1', '0501', '001', 'web', unit('PL-PROP'), [900, 850, 70], {}, { topic: 'walls' }),
    shown('o-verify-a2', '0802', '002', 'chat', unit('PL-PROP'), [120, 95, 35], {}),
    shown('o-verify-missing', '0302', '003', 'chat', unit('PL-PROP'), [1100, 1000, 45], {
      missing: { kind: 'document', reason: '户主在外地，告知单贴在门上，未能签收。' },
    }),
    shown('o-verify-b2', '0401', '004', 'patrol', unit('PL-SANI'), [160, 130, 20], {}, { topic: 'bins' }),
    shown(
      'o-verify-stale',
      '0402',
      '005',
      'chat',
      unit('PL-PROP'),
      [700, 640, 60],
      { stale: true },
      {
        topic: 'cleaning',
        change: { photos: 0 },
      },
    ),
    shown(
      'o-verify-family',
      '0601',
      '005',
      'web',
      unit('PL-PROP'),
      [620, 560, 100],
      {},
      {
        topic: 'stair_light',
        person: 'family-zheng',
      },
    ),
    {
      key: 'o-verify-errand',
      item: '0902',
      cell: '005',
      channel: 'phone',
      topic: 'medicine',
      at: w(240),
      endsAs: 'awaiting_verification',
      life: (s) => {
        s.offer(w(220), 'neighbours');
        s.claim(w(212), 'mali');
        s.arrive(w(90));
        s.leave(w(40));
        s.evidence(w(30));
      },
    },
    {
      key: 'o-verify-late',
      item: '0804',
      cell: '006',
      channel: 'chat',
      topic: 'flying_wire',
      at: w(900),
      endsAs: 'awaiting_verification',
      life: (s) => {
        s.sign(w(880));
        s.arrive(w(700));
        s.evidence(w(545));
      },
    },
    {
      key: 'o-verify-d2',
      item: '0801',
      cell: '006',
      channel: 'hall',
      at: c(170),
      endsAs: 'awaiting_verification',
      life: (s) => {
        s.sign(c(160));
        s.arrive(c(110));
        s.evidence(c(70));
      },
    },
    shown('o-verify-park', '0601', '901', 'patrol', unit('PL-PROP'), [820, 760, 90], {}, { topic: 'park' }),
  ];
};

/** What waits for the residents' word: the accounts have one each; one will be called, one has no name. */
export const ratingRows = ({ w, c }: OpenKit): OpenRow[] => {
  const passed = (
    key: string,
    item: string,
    cell: string,
    channel: OpenRow['channel'],
    handler: OpenRow['handler'],
    times: readonly [submitted: number, signed: number, shown: number, passed: number],
    more: Partial<OpenRow> = {},
  ): OpenRow => ({
    key,
    item,
    cell,
    channel,
    handler,
    at: w(times[0]),
    endsAs: 'awaiting_rating',
    life: (s) => {
      s.assign(w(times[0] - 12));
      s.sign(w(times[1]));
      s.evidence(w(times[2]));
      s.pass(w(times[3]));
    },
    ...more,
  });
  return [
    passed('o-rate-wang', '0601', '005', 'web', unit('PL-PROP'), [900, 860, 260, 90], {
      topic: 'stair_light',
      person: 'wangguilan',
    }),
    passed('o-rate-sun', '0302', '003', 'web', unit('PL-PROP'), [1500, 1400, 420, 100], { person: 'sunxiuying' }),
    {
      key: 'o-rate-zhou',
      item: '0701',
      cell: '001',
      channel: 'web',
      person: 'zhoujianguo',
      at: w(420),
      endsAs: 'awaiting_rating',
      life: (s) => {
        s.sign(w(412));
        s.arrive(w(380));
        s.evidence(w(250));
        s.pass(w(60));
      },
    },
    passed('o-rate-anna', '1303', '006', 'web', unit('PL-HALL'), [1200, 1100, 520, 140], { person: 'annakeller' }),
    passed('o-rate-hall', '1302', '005', 'hall', unit('PL-HALL'), [760, 720, 560, 330], { topic: 'pension' }),
    {
      key: 'o-rate-elder',
      item: '0901',
      cell: '005',
      channel: 'phone',
      topic: 'visit',
      at: c(1500),
      endsAs: 'awaiting_rating',
      life: (s) => {
        s.sign(c(1494));
        s.arrive(c(1480));
        s.evidence(c(1440));
        s.pass(c(1330));
      },
    },
    passed('o-rate-anonymous', '0802', '006', 'web', unit('DS-PROP'), [300, 280, 160, 45], {
      change: { requester: { anonymous: true } },
    }),
  ];
};

/** The first of the third branch's deck: a plain case, everything in order. Last in the plan, so that no other draw moves. */
export const deckRows = ({ w, c }: OpenKit): OpenRow[] => [
  {
    key: 'o-verify-pair',
    item: '0601',
    cell: '005',
    channel: 'web',
    topic: 'stair_light',
    own: '楼道灯全灭了|楼道里的灯全灭了，晚上上楼要打手电，老人不敢出门，麻烦来修一修。',
    change: { photos: 1 },
    handler: unit('PL-PROP'),
    at: c(5030),
    endsAs: 'awaiting_verification',
    life: (s) => {
      s.assign(w(470));
      s.sign(w(455));
      s.contact(w(450), '电话联系上，说好当天下午去修。');
      s.arrive(w(110));
      s.evidence(w(80));
    },
  },
];
