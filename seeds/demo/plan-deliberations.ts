import { dateOfDay, dayOfDate } from '@/lib/calendar/shanghai';
import type { Body, VotingStage } from '@/lib/deliberation/status';

/** A meeting and how it ended; every number as it was read out. */
export interface PlannedMeeting {
  stage: VotingStage;
  body: Body;
  /** Local, `YYYY-MM-DD`; everybody meets at three in the afternoon. */
  on: string;
  present: number;
  yes: number;
  no: number;
  abstain: number;
  /** Votes on the web beside those in the room, by these accounts. */
  web?: { account: string; choice: 'yes' | 'no' | 'abstain' }[];
}

export interface PlannedDeliberation {
  key: string;
  title: string;
  titleEn: string;
  needsFiling: boolean;
  belowMarket: boolean;
  openedOn: string;
  basis: { basis: 'not_shared' | 'collective_land'; words: string };
  /** Items whose orders it answers, those sent before it was opened. */
  answers: readonly string[];
  planWrittenOn: string;
  planSentOn: string;
  meetings: PlannedMeeting[];
  points: string[];
  pointsEn: string[];
  publishedOn: string;
  /** A first version whose English was set right a day later. */
  first?: { pointsEn: string[]; reason: string };
  objections: { on: string; words: string; answer?: { on: string; publicWords: string; words: string } }[];
  filed?: { on: string; unit: string; receiptNo: string };
  prices?: { on: string; rows: { label: string; priceFen: number; marketFen: number; unit: string }[] };
  begunOn?: string;
  result?: {
    on: string;
    points: string[];
    pointsEn: string[];
    figures: { kind: 'count' | 'income' | 'cost' | 'use'; label: string; amount: number; unit: string }[];
  };
}

/** By which rules the community decides, as its settings say. */
export const communityRules = 'local_4+2';

/** 应到 of the four bodies: 5, 9, 112 with a vote of 118 members, 147 (2.4). */
export const rollSizes: Record<VotingStage, { voting: number; probationary: number }> = {
  propose: { voting: 5, probationary: 0 },
  consult: { voting: 9, probationary: 0 },
  review: { voting: 112, probationary: 6 },
  resolve: { voting: 147, probationary: 0 },
};

const met = (
  stage: VotingStage,
  body: Body,
  on: string,
  [present, yes, no, abstain]: [number, number, number, number],
  web?: PlannedMeeting['web'],
): PlannedMeeting => ({ stage, body, on, present, yes, no, abstain, ...(web && { web }) });

/** 规范四个小区停车, with the numbers of the source: two votes that failed, the four points, the accounts (7.6). */
const parking: PlannedDeliberation = {
  key: 'parking',
  title: '规范四个小区停车',
  titleEn: 'Parking in the four quarters',
  needsFiling: true,
  belowMarket: true,
  openedOn: '2023-08-24',
  basis: { basis: 'collective_land', words: '车位都划在集体所有的土地上，四个小区的业主已经在楼栋会上逐栋告知。' },
  answers: ['0802', '0803'],
  planWrittenOn: '2023-08-28',
  planSentOn: '2023-08-31',
  meetings: [
    met('propose', 'party_committee', '2023-08-25', [5, 5, 0, 0]),
    met('consult', 'two_committees', '2023-08-30', [8, 8, 0, 0]),
    met('review', 'party_meeting', '2023-09-05', [75, 56, 10, 9]),
    met('review', 'party_meeting', '2023-09-12', [82, 79, 2, 1]),
    met('resolve', 'representative_meeting', '2023-09-18', [98, 49, 40, 9]),
    met('resolve', 'representative_meeting', '2023-09-22', [121, 109, 8, 4]),
  ],
  points: ['本社区居民停车免费', '外单位占用社区车位需缴费', '时间、价格低于市场价', '已向相关单位备案'],
  pointsEn: [
    'Residents of the community park free of charge',
    'Vehicles of other organisations pay for a space',
    'Times and prices are below those of the market',
    'Filed with the units in charge',
  ],
  publishedOn: '2023-09-22',
  first: {
    pointsEn: [
      'Residents of the community park free of charge',
      'Vehicles of other organisations pay',
      'Times and prices are below those of the market',
      'Filed with the units in charge',
    ],
    reason: '英文第二条漏译了“占用社区车位”，按表决的中文原文补上',
  },
  objections: [
    {
      on: '2023-09-25',
      words: '晚上外来车还是停不进来，居民回来晚了没有位置。',
      answer: {
        on: '2023-09-27',
        publicWords: '晚上外来车多，居民回来晚了没有位置。',
        words: '晚上七点以后门岗先保居民车辆，外来车辆登记后引导到南门空地，超过两小时按价目表缴费。',
      },
    },
  ],
  filed: { on: '2023-10-08', unit: '区发改委', receiptNo: '备2023-17' },
  prices: {
    on: '2023-10-09',
    rows: [
      { label: '外单位车辆，前两小时', priceFen: 0, marketFen: 500, unit: '次' },
      { label: '外单位车辆，两小时以后', priceFen: 300, marketFen: 500, unit: '小时' },
      { label: '外单位车辆，一整天', priceFen: 1500, marketFen: 3000, unit: '天' },
    ],
  },
  begunOn: '2023-10-10',
  result: {
    on: '2024-01-10',
    points: ['本社区居民停车没有收过费', '外单位车辆按价目表缴费，三个月的收支公布如下'],
    pointsEn: [
      'Residents have not been charged',
      'Vehicles of other organisations paid by the list; the accounts of three months stand below',
    ],
    figures: [
      { kind: 'count', label: '外单位车辆', amount: 1830, unit: '辆次' },
      { kind: 'income', label: '外单位车辆停车费', amount: 918_000, unit: '元' },
      { kind: 'cost', label: '门岗夜间值守', amount: 600_000, unit: '元' },
      { kind: 'use', label: '维修四个小区的路灯', amount: 240_000, unit: '元' },
    ],
  },
};

/** On notice at the demo's present: published four days ago, one comment answered, one still to be. */
function gameRoom(endsAt: string): PlannedDeliberation {
  const before = (days: number) => dateOfDay(dayOfDate(endsAt) - days);
  return {
    key: 'game-room',
    title: 'C区棋牌室开放时间和用电约定',
    titleEn: 'Hours and electricity of the game room in quarter C',
    needsFiling: false,
    belowMarket: false,
    openedOn: before(33),
    basis: { basis: 'not_shared', words: '' },
    answers: [],
    planWrittenOn: before(28),
    planSentOn: before(20),
    meetings: [
      met('propose', 'party_committee', before(31), [5, 5, 0, 0]),
      met('consult', 'two_committees', before(25), [9, 8, 0, 1]),
      met('review', 'party_meeting', before(14), [86, 83, 1, 2]),
      met(
        'resolve',
        'representative_meeting',
        before(6),
        [108, 96, 7, 5],
        [
          { account: 'sunxiuying', choice: 'yes' },
          { account: 'wangguilan', choice: 'yes' },
          { account: 'zhoujianguo', choice: 'abstain' },
          { account: 'liuyang', choice: 'yes' },
          { account: 'mali', choice: 'yes' },
        ],
      ),
    ],
    points: [
      '每天8:30开门，20:30关门',
      '晚上八点以后不打麻将，不放音响',
      '室内不吸烟，电动车和电池不进门',
      '关门的人断电，网格员每天晚上查一次',
    ],
    pointsEn: [
      'Open daily from 8:30 to 20:30',
      'No mah-jong and no music after eight in the evening',
      'No smoking inside; no e-bikes and no batteries',
      'Whoever closes switches the power off; the grid worker checks every evening',
    ],
    publishedOn: before(4),
    objections: [
      {
        on: before(3),
        words: '夏天天热，晚上能不能晚半小时关门？',
        answer: {
          on: before(2),
          publicWords: '夏天天热，希望晚半小时关门。',
          words: '先按20:30执行。六月起请代表会议再议夏季时间，结果公布在这里。',
        },
      },
      { on: before(1), words: '麻将桌只有四张，去晚了就没有位置，能不能排个号？' },
    ],
  };
}

/** The matters for all of the demo; `endsAt`: its present, local `YYYY-MM-DD`. */
export const planDeliberations = (endsAt: string): PlannedDeliberation[] => [parking, gameRoom(endsAt)];
