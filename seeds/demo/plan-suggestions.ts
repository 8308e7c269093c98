import type { Decision, WeighedBy } from '@/lib/answers/status';

/** What is said after the first answer; days count from the order's own. */
export type NextWord =
  | { is: 'restate'; afterDays: number; dueAfterDays: number; words: string; reason: string }
  | { is: 'fulfil'; afterDays: number; words: string };

/** The public answer to the first order in whose words `asked` stands. */
export interface PlannedSuggestion {
  key: string;
  asked: string;
  title: string;
  titleEn: string;
  decision: Decision;
  weighedBy: WeighedBy;
  /** Days from the order to the meeting; the answer is given the day after it. */
  weighedAfterDays: number;
  words: string;
  wordsEn: string;
  reason: string;
  /** A date, or days from the order; none where nothing is adopted. */
  due?: string | number;
  /** Title of the project that it became. */
  project?: string;
  next?: NextWord;
}

/** The suggestions of the demo with their answers: kept, late, put off, done and not adopted. */
export const planSuggestions: readonly PlannedSuggestion[] = [
  {
    key: 'room',
    asked: '棋牌室',
    title: 'C区要一间棋牌室',
    titleEn: 'A room for games in quarter C',
    decision: 'adopted',
    weighedBy: 'two_committees',
    weighedAfterDays: 12,
    words: '这个问题已经列入实施计划，预计2024年一季度建设完成。',
    wordsEn: 'It is in the plan and will be built in the first quarter of 2024.',
    reason: 'C区老人最集中，底层架空层可以利用，“两委”会议一致同意。',
    due: '2024-03-31',
    project: 'C区棋牌室',
  },
  {
    key: 'park',
    asked: '沿河公园',
    title: '沿河公园多栽树、修软步道',
    titleEn: 'More trees and a soft path in the riverside park',
    decision: 'adopted',
    weighedBy: 'representative_meeting',
    weighedAfterDays: 20,
    words: '树荫和软步道的意见已经写进公园方案，随公园一起在2024年10月底建成。',
    wordsEn: 'Shade and a soft path are in the plan of the park and will be built with it by the end of October 2024.',
    reason: '提的人多，增加的费用在预算以内。',
    due: '2024-10-31',
    project: '坡里沿河公园',
  },
  {
    key: 'trees',
    asked: '补种行道树',
    title: '主路两侧补种行道树',
    titleEn: 'New trees along the main road',
    decision: 'adopted',
    weighedBy: 'two_committees',
    weighedAfterDays: 8,
    words: '入冬前补种二十六棵国槐。',
    wordsEn: 'Twenty-six pagoda trees will be planted before winter.',
    reason: '缺株影响遮阴，苗木由区绿化部门支持。',
    due: '2023-11-30',
    next: { is: 'fulfil', afterDays: 116, words: '二十六棵国槐已经栽好，支架和浇水都安排了专人。' },
  },
  {
    key: 'pitch',
    asked: '能踢球的地方',
    title: '给孩子留块踢球的地方',
    titleEn: 'A place for children to play football',
    decision: 'partly_adopted',
    weighedBy: 'two_committees',
    weighedAfterDays: 14,
    words: '先在闲置空地划出一块软质场地试用，效果好再扩大。',
    wordsEn: 'A soft pitch on idle ground comes first; it grows if it proves useful.',
    reason: '现有空地只够一块小场地，紧挨楼栋的一侧不宜踢球。',
    due: 100,
    next: {
      is: 'restate',
      afterDays: 103,
      dueAfterDays: 280,
      words: '场地改到北侧，清明前后划线开放。',
      reason: '原来选的地块要铺燃气管，冬季不能施工。',
    },
  },
  {
    key: 'stewards',
    asked: '有个楼长',
    title: '每栋楼推选一位楼长',
    titleEn: 'A steward for each building',
    decision: 'adopted',
    weighedBy: 'party_meeting',
    weighedAfterDays: 18,
    words: '由各支部牵头，年底前每栋楼推选一位楼长，名单贴在单元门口。',
    wordsEn: 'The branches see to it that each building has a steward by the end of the year, named at its doors.',
    reason: '楼里小事先有人问，党员可以带头。',
    due: '2023-12-31',
  },
  {
    key: 'canteen',
    asked: '办个食堂',
    title: '办老人食堂',
    titleEn: 'A canteen for the elderly',
    decision: 'not_adopted',
    weighedBy: 'two_committees',
    weighedAfterDays: 15,
    words: '这次不单独办食堂，先由助餐点每天中午送餐到楼下。',
    wordsEn: 'No canteen for now: meals are brought to each building at noon instead.',
    reason: '没有合适的场地和消防条件，登记用餐的不到二十人。',
  },
  {
    key: 'gate',
    asked: '开个小门',
    title: '围墙上开小门去学校',
    titleEn: 'A gate in the wall towards the school',
    decision: 'not_adopted',
    weighedBy: 'two_committees',
    weighedAfterDays: 9,
    words: '围墙这里暂时不开门。',
    wordsEn: 'No gate is made in the wall for now.',
    reason: '墙外是没有人行道的货运路，孩子出门就是车道。',
  },
  {
    key: 'lockers',
    asked: '快递柜',
    title: '门口装快递柜',
    titleEn: 'Parcel lockers at the gate',
    decision: 'partly_adopted',
    weighedBy: 'community_office',
    weighedAfterDays: 7,
    words: '先请驿站把营业时间延到二十一点，快递柜等场地权属确认后再装。',
    wordsEn: 'The parcel shop stays open until nine; lockers follow once it is clear whose ground it is.',
    reason: '门口场地属于开发单位，装柜要先取得书面同意。',
    due: 170,
  },
  {
    key: 'timetable',
    asked: '贴个新时刻',
    title: '公开栏贴公交新时刻',
    titleEn: 'The new bus timetable on the notice board',
    decision: 'adopted',
    weighedBy: 'community_office',
    weighedAfterDays: 4,
    words: '新时刻表做成大字版，贴在四个区的公开栏。',
    wordsEn: 'The new timetable goes up in large print on the boards of all four quarters.',
    reason: '改线后老人确实不好查，办起来也快。',
    due: 15,
    next: { is: 'fulfil', afterDays: 9, words: '大字版时刻表已经贴好，改线再更新。' },
  },
];
