import type { Way } from '@/lib/rounds/status';

export interface PlannedRound {
  key: string;
  question: string;
  questionEn: string;
  words: string;
  opensOn: string;
  closesOn: string;
  web: readonly string[];
  desk: readonly { way: Exclude<Way, 'web'>; words: string; heads: number }[];
  /** 我们听到 / 我们做; none while it collects. */
  list?: { heard: string; heardEn: string; doing: string; doingEn: string; who: string; dueOn: string }[];
}

/** The questions of the demo; `day`: the date so many days from the day on which the demo begins. */
export const planRounds = (day: (fromToday: number) => string): PlannedRound[] => [
  {
    key: 'room-hours',
    question: '活动室晚上开到几点合适？',
    questionEn: 'How late should the activity room stay open?',
    words: '现在开到下午五点，不少人下班后进不去。灯和取暖由社区负担，值班由党员和志愿者轮流。',
    opensOn: day(-70),
    closesOn: day(-56),
    web: [
      '俺下班六点多，开到八点正好。',
      '晚上打牌声音大，楼上孩子要写作业。',
      '能不能周末也开，平时没空。',
      '冬天想早点来，家里冷。',
    ],
    desk: [
      { way: 'paper', words: '老人起得早，八点半能开门就好。', heads: 1 },
      { way: 'representative_meeting', words: '代表们多数赞成平日开到二十点，牌桌早些收。', heads: 37 },
      { way: 'meeting', words: '希望排个值班表贴出来，别白跑。', heads: 12 },
    ],
    list: [
      {
        heard: '上班的人晚饭后才有空，希望开到二十点',
        heardEn: 'People who work have time after supper and would like it open until eight',
        doing: '周一到周五延到二十点，周末照常开',
        doingEn: 'Open until eight from Monday to Friday, and at weekends as before',
        who: '社区办公室',
        dueOn: day(-45),
      },
      {
        heard: '楼上的住户担心晚上打牌吵到孩子',
        heardEn: 'Neighbours above worry that card games in the evening disturb their children',
        doing: '十九点以后收牌桌，只留阅览和下棋',
        doingEn: 'No card tables after seven; reading and chess go on',
        who: '活动室值班员',
        dueOn: day(-45),
      },
      {
        heard: '老人冬天想早点来暖和暖和',
        heardEn: 'The elderly would like to come earlier in winter, for the warmth',
        doing: '入冬起八点半开门，值班表贴在门口',
        doingEn: 'From the beginning of winter it opens at half past eight; the roster hangs at the door',
        who: '各支部轮值党员',
        dueOn: day(-40),
      },
    ],
  },
  {
    key: 'spring-market',
    question: '便民小集市放在哪里、哪几天开？',
    questionEn: 'Where should the small market stand, and on which days?',
    words: '打算开春后试办，卖菜、修鞋、磨刀都可以。想听听您的意见：放在哪里不挡路，哪几天合适。',
    opensOn: day(-5),
    closesOn: day(9),
    web: ['放在北门空地就行，别占消防通道。', '周六上午，十点半前收摊。'],
    desk: [{ way: 'paper', words: '修鞋磨刀的老师傅一定要请来。', heads: 1 }],
  },
];
