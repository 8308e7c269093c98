import type { Channel } from '@/lib/orders/status';
import type { Story } from './plan-draft';
import type { PersonKey } from './plan-order';
import { cellOf } from './plan-places';

/** An order whose person, place or day is fixed beforehand. */
export interface Pinned {
  item: string;
  channel: Channel;
  cell: string;
  person?: PersonKey;
  topic?: string;
  /** Only days from … to. */
  days?: readonly [from: string, to: string];
  end?: 'declined' | 'no_info';
  story?: Story;
}

/** The two requests that the source tells of: a room for C's elders, and parking in the four quarters. */
const sourceStories: readonly Pinned[] = [
  {
    item: '0603',
    channel: 'chat',
    cell: cellOf('005'),
    days: ['2023-07-03', '2023-07-12'],
    story: {
      title: 'C区想要一间棋牌室',
      words:
        '咱C区老人最多，刮风下雨没地方坐，想下盘棋打个牌都得跑到别的小区去。社区能不能也给俺们腾间屋，弄个棋牌室？',
      notes: [
        '已到C区看过可用的房子，底层架空层和原物业用房两处可选。',
        '两委会上已讨论，老人需求集中，同意列入计划，按程序征求意见。',
      ],
      outcome: 'explained',
      reply:
        '您提的棋牌室已经社区两委研究，列入实施计划，预计2024年一季度建设完成。建成前活动室每天下午开放，进展在公开栏公布。',
      refNo: '计划 PLSS〔2023〕001号',
      answer: { kind: 'rate', solved: 'partly', stars: 4 },
      answerWords: '有准信就好，俺们等着，别拖过明年春天。',
    },
  },
  {
    item: '0803',
    channel: 'representative',
    cell: cellOf('003'),
    days: ['2023-07-17', '2023-08-04'],
    story: {
      title: '四个小区停车怎么管',
      words:
        '听说四个小区停车要收费，群里说啥的都有。大伙的意思是，自己人停车别收钱，外头单位的车天天占着位子，该收就收。到底咋定，请社区给个说法。',
      notes: [
        '党员会和居民代表会上已听取意见，四个小区的想法基本一致。',
        '方案已按四议两公开程序提出，正在公示和备案。',
      ],
      outcome: 'explained',
      reply:
        '停车事项已按四议两公开程序审议：本社区居民停车免费，外单位占用社区车位需缴费，时间、价格低于市场价，并已向相关单位备案。决议全文在公开栏公布。',
      refNo: '议事 PLYS〔2023〕001号',
      answer: { kind: 'rate', solved: 'yes', stars: 5 },
      answerWords: '说得明明白白，我回去跟楼里都讲了。',
    },
  },
];

/** What the accounts of the demo asked for themselves. */
const accountOrders: readonly Pinned[] = [
  { item: '0601', channel: 'web', cell: cellOf('005'), person: 'wangguilan', topic: 'stair_light' },
  { item: '0902', channel: 'web', cell: cellOf('005'), person: 'wangguilan', topic: 'medicine' },
  { item: '0904', channel: 'web', cell: cellOf('005'), person: 'wangguilan', topic: 'phone' },
  { item: '0501', channel: 'web', cell: cellOf('001'), person: 'zhoujianguo', topic: 'door' },
  { item: '0802', channel: 'web', cell: cellOf('001'), person: 'zhoujianguo', topic: 'blocking' },
  { item: '0402', channel: 'web', cell: cellOf('001'), person: 'zhoujianguo', topic: 'greening' },
  { item: '0302', channel: 'web', cell: cellOf('003'), person: 'sunxiuying', topic: 'clutter' },
  { item: '1403', channel: 'web', cell: cellOf('003'), person: 'sunxiuying', topic: 'suggestion' },
  { item: '1303', channel: 'web', cell: cellOf('006'), person: 'annakeller', topic: 'foreign' },
];

/** Refused, with the reason of the law and the right place to go. */
const declinedOrders: readonly Pinned[] = [
  {
    item: '1003',
    channel: 'web',
    cell: cellOf('002'),
    end: 'declined',
    story: {
      title: '工钱要不回来',
      words: '在工地干了仨月，工钱一分没见着，老板电话也不接，社区能不能出面帮俺要回来。',
      decline: 'other_channel',
    },
  },
  {
    item: '0503',
    channel: 'web',
    cell: cellOf('004'),
    end: 'declined',
    story: {
      title: '官司的赔偿先给',
      words: '我跟物业的官司法院已经立案了，开庭还得等，社区能不能先让他们把钱赔给我，我急着用。',
      decline: 'litigation',
    },
  },
  {
    item: '1302',
    channel: 'chat',
    cell: cellOf('006'),
    end: 'declined',
    story: {
      title: '帮忙查个人',
      words: '以前楼上那家搬走了，还欠我两千块，你们系统里帮查查他现在住哪、电话多少呗',
      decline: 'unlawful',
    },
  },
  {
    item: '0803',
    channel: 'hall',
    cell: cellOf('001'),
    end: 'declined',
    story: {
      title: '再问第二辆车收费',
      words: '来访反映：再次询问第二辆车是否收费，上月已有书面答复，本人不认可，要求重新答复。',
      decline: 'answered',
    },
  },
];

/** Too little was said, and the question got no answer. */
const silentOrders: readonly Pinned[] = [
  {
    item: '0601',
    channel: 'web',
    cell: cellOf('002'),
    end: 'no_info',
    story: {
      title: '灯坏了',
      words: '楼下那个灯坏了，快来修，黑死了。',
      question: '请问是几号楼几单元的灯，在楼道里还是院子里？',
    },
  },
  {
    item: '0501',
    channel: 'web',
    cell: cellOf('004'),
    end: 'no_info',
    story: {
      title: '门坏了',
      words: '门坏了好几天了，你们到底管不管。',
      question: '请问是哪一栋哪个单元的门，是关不上还是打不开？',
    },
  },
  {
    item: '0402',
    channel: 'phone',
    cell: cellOf('006'),
    end: 'no_info',
    story: {
      title: '小区卫生差',
      words: '来电反映：小区卫生太差要求打扫，未说明具体位置即挂断，回拨未接。',
      question: '请问您说的是哪一栋、哪个位置的卫生，方便时回个电话。',
    },
  },
];

export const pinnedOrders: readonly Pinned[] = [...sourceStories, ...accountOrders, ...declinedOrders, ...silentOrders];
