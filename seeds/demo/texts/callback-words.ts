import type { FittedWords } from './staff-words';

/** Items where something was put right on the spot. */
const repairs = ['03', '04', '0501', '0502', '06', '07', '12', '15'];

/** 回访记录: what staff writes after calling or visiting a resident. */
export const callbackWords = {
  solved: [
    { words: '电话接通，诉求人表示已经解决，对处理速度满意。' },
    { words: '电话接通，诉求人说结果认可，没有别的要求。' },
    { words: '大厅当面回访，说事情办妥了，麻烦大家了。' },
    { words: '电话接通，表示解决，建议以后能提前通知一声。' },
    { words: '电话接通，对办理人员的态度表示肯定。' },
    { words: '电话接通，说师傅来得及时，弄得也仔细。', items: repairs },
    { words: '上门回访，现场查看无异常，本人点头认可。', items: repairs },
    { words: '上门回访，老人说灯亮了，上楼方便多了。', items: ['0601'] },
    { words: '电话接通，说志愿者很热心，说话也耐心。', items: ['0902', '0903', '0904'] },
    { words: '电话接通，家属代答，说老人很高兴。', items: ['0902', '0903', '0904'] },
  ],
  partly: [
    { words: '电话接通，说大体解决，还有一处没弄完，愿意再等两天。' },
    { words: '电话接通，认为处理了一部分，希望彻底解决。' },
    { words: '电话接通，说比以前好些，还要再看看。' },
  ],
  unsatisfied: [
    { words: '电话接通，说事情倒是办了，就是等得太久，提醒说明进度。' },
    { words: '电话接通，对办理人员说话语气有意见，已致歉并转告单位。' },
    { words: '电话接通，说弄得不够仔细，已请单位再去看一次。', items: repairs },
  ],
  elder: [
    '上门见到本人，精神好，说网格员来得快，心里踏实。',
    '电话接通子女，确认老人平安，感谢社区。',
    '上门见面，老人说以后出门会跟网格员说一声。',
    '电话接通本人，声音洪亮，说已按时吃药。',
  ],
  unreached: ['拨打无人接听，改日再打。', '电话关机，已发短信，安排上门回访。'],
} as const satisfies Record<string, readonly (string | FittedWords)[]>;
