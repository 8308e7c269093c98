/** What a reply may lack, each with words of its own for whoever writes it. */
export const shortcomings = [
  'hollow',
  'no_date',
  'left_out',
  'asked_when',
  'asked_how_much',
  'asked_why',
  'asked_who',
  'off_topic',
  'echo',
] as const;
export type Shortcoming = (typeof shortcomings)[number];

/** 套话: what is said in place of what was done. Beside something that was done it is only politeness. */
export const hollowPhrases: readonly string[] = [
  '高度重视',
  '积极协调',
  '大力推进',
  '加强管理',
  '加大力度',
  '加强巡查',
  '持续关注',
  '密切关注',
  '正在研究',
  '正在协调',
  '认真研究',
  '后续跟进',
  '继续跟进',
  '及时跟进',
  '做好解释',
  '已知悉',
  '已收悉',
  '已阅',
  '已转相关部门',
  '已反馈相关部门',
  '按规定处理',
  '按相关规定',
  '依法依规处理',
  '敬请谅解',
  '请耐心等待',
  '感谢您的理解',
  '感谢您的支持',
  '进一步',
];

/** A time that is none: it has to stand beside a day, an hour or a number. */
export const vagueTimes: readonly string[] = [
  '尽快',
  '尽早',
  '近期',
  '近日',
  '抓紧',
  '适时',
  '择期',
  '择日',
  '下一步',
  '过段时间',
  '有空',
];

const number = '(?:\\d+|[一二两三四五六七八九十百]+)';

/** A day, an hour, a span of time. */
export const statedTime = new RegExp(
  [
    `${number}\\s*(?:年|个?月|日|号|天|个?工作日|周|个?星期|个?季度|个?小时|分钟|点|时)`,
    '\\d{1,2}[:：]\\d{2}',
    '\\d{1,4}[-/.]\\d{1,2}',
    '今天|今晚|明天|明早|后天|昨天|昨晚|当天|当场|立即|上午|下午|本周|下周|周[一二三四五六日天]|月底|月初|年底|季度',
  ].join('|'),
);

/** What is mended, changed, cleared, and what says that it came to its end. */
const mending = '修|换|清|通|装';
const ended = '好|完';
const already = '已(?:经)?';

/** Something that somebody did: 已修好, 换了, 清掉. */
export const statedDeed = new RegExp(
  [
    `${already}[^，。；,.;\\s]{2,}`,
    `(?:${mending}|拆|补|送|查|洗|搬|剪|扫|撤|停|劝|谈|测|量|填|焊|拧紧|粉刷|关|固)(?:${ended}|掉|了|过|走|开|通|清|离|净|到|牢|平)`,
    `恢复(?:正常|供)|不再|解决了|处理(?:${ended})|完成`,
  ].join('|'),
);

/** A question of the resident's and what answers it. The first group of a reply's pattern that fits is an answer. */
export const questions: readonly { kind: Shortcoming; asked: RegExp; answered: RegExp }[] = [
  {
    kind: 'asked_when',
    asked: /什么时候|啥时候|何时|几时(?!候)|还要(?:等)?多久|(?:等|要)多久|多久能|多长时间能|等到(?:什么|啥|哪)/,
    // Told that it is done, nobody asks any more when.
    answered: new RegExp(
      `${statedTime.source}|${already}[^，。；]{0,6}(?:${ended}|通|了|复|决|掉|毕)|(?:${mending})(?:${ended})了`,
    ),
  },
  {
    kind: 'asked_how_much',
    asked: /多少钱|怎么收费|收多少|费用(?:是|要)?多少|什么价|几块钱|收不收(?:钱|费)|要不要钱/,
    answered: /[\d一二两三四五六七八九十百千]+(?:\.\d+)?\s*(?:元|块|角|毛|%|折)|免费|不收|不要钱|无需/,
  },
  {
    kind: 'asked_why',
    asked: /为什么|为啥|怎么回事|什么原因|凭什么|怎么搞的/,
    answered:
      /因为|由于|原因|缘故|是因|因此|因[^此为]|造成|导致|所致|引起|按.{2,20}规定|根据|依据|查明|查到|查出|坏了|断了|堵了|老化|跳闸|欠费/,
  },
  {
    kind: 'asked_who',
    asked: /找谁|归谁|该谁|谁负责|谁该|哪个部门|哪个单位|哪里管|哪儿管/,
    answered:
      /\d{3,4}-?\d{4,}|社区|物业|街道|公司|单位|部门|局|大队|中队|派出所|服务站|师傅|网格员|居委|村委|业委会|产权人/,
  },
];

/** What says that another point follows. */
export const nextPoint =
  /还有(?=[，,：:]|就是|一[个件])|另外|其次|再(?:就是|一个|者)|顺便|第[二三四]|[（(]?[2-5][)）.、．]/;

/** Han characters that stand in every text, and so say nothing of what it is about. */
export const commonCharacters = new Set(
  '的了是在我你您他她它们这那有没无不人个一二三四五上下来去到很太就也都和与及把被给对请好还再又已经会能可要让从为以之其此等么什怎吗呢吧啊哦嘛呀里外中后前时候天日月年号点今昨明现说看见过着得地请问谢感社区物业楼单元室户家小区处理解决反映问题情况希望麻烦帮忙',
);
