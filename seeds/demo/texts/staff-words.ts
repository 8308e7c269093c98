import type { declineReasons, returnReasons, reworkReasons } from '@/lib/orders/status';

type ReworkReason = (typeof reworkReasons)[number];
type ReturnReason = (typeof returnReasons)[number];
type DeclineReason = (typeof declineReasons)[number];

/** What a verifier writes when sending an order back; at least ten characters (3.1). */
export const reworkWords: Readonly<Record<ReworkReason, readonly string[]>> = {
  evidence_missing: [
    '只有处理后的照片，看不出是哪个位置，请补一张同角度的处理前照片。',
    '佐证里缺户主签收的告知单，补齐后再提交验单。',
    '维修单上没有日期和经手人，请补签后重新上传。',
    '照片是夜里拍的，看不清现场，请白天补拍一张全景。',
    '缺少住户确认，请联系诉求人确认后把记录补上来。',
  ],
  not_solved_on_site: [
    '到现场看过，东侧还剩一堆没有清，请清完再报。',
    '现场复看仍有渗水，说明没有找到漏点，请重新处理。',
    '灯只亮了一盏，三楼那盏还是不亮，请补修。',
    '复查时路面又陷下去两公分，回填不实，请返工压实。',
    '当晚去看车还停在通道上，只劝离一次不够，请跟进。',
  ],
  not_what_was_asked: [
    '诉求人反映的是单元门，提交的是门禁维修，请按诉求办理。',
    '答复只写了收费标准，没有回答退不退，请逐条答复。',
    '反映的是二单元，照片是一单元的，请核对地址重新办理。',
  ],
  untrue: ['电话回问住户，住户说没有人上门，请如实说明到场情况。', '处理后照片与处理前是同一张，请到现场重新拍摄。'],
};

/** Why a verifier passes although a piece is missing; at least ten characters (3.1). */
export const waiverWords: readonly string[] = [
  '户主长期在外，告知单已张贴并拍照，现场确已清理，同意免证。',
  '抢修时来不及拍处理前照片，现场由楼长证明，同意免证。',
  '老人不愿意拍照，已当面核实并电话确认，同意免证。',
  '维修单由厂家寄送尚未到，现场核实已修复，同意免证。',
];

/** Why the handler could not give a piece of evidence. */
export const missingReasons: readonly string[] = [
  '到场即开始抢修，没有留下处理前的照片。',
  '户主不在家，告知单张贴在门上，未能签收。',
  '单据由维保单位统一开具，次日才能取回。',
  '诉求人不同意拍照，已口头确认。',
];

/** Basis of a return, with the owner that the handler suggests where there is one. */
export const returnBases: Readonly<Record<ReturnReason, readonly { basis: string; betterOwner?: string }[]>> = {
  R1: [
    { basis: '现场核实属市政道路设施，不在物业服务区域内。', betterOwner: '道路养护部门' },
    { basis: '渗漏点在住户户内支管，非公共管网，应由物业协调住户维修。', betterOwner: '物业公司' },
    { basis: '该处绿化由市政养护，不在小区红线内。', betterOwner: '市容环卫班组' },
    { basis: '位置在相邻网格，请转该网格网格员。', betterOwner: '相邻网格' },
  ],
  R2: [
    { basis: '只写了楼号没有单元和楼层，到场找不到位置，电话无人接听。' },
    { basis: '描述的路口有两处，无法确定是哪一处，请补充照片或标志物。' },
  ],
  R3: [{ basis: '同一处问题昨日已有在办订单，属重复反映，请并案跟进。' }],
  R4: [{ basis: '诉求人已就同一事项向法院起诉，正在审理中，不宜另行处理。' }],
  R5: [{ basis: '电话联系时诉求人表示已自行解决，不再需要上门。' }],
  R6: [
    { basis: '涉及收费标准核定，超出社区职责清单，建议街道牵头。', betterOwner: '街道办事处' },
    { basis: '需要执法权限，社区和物业无权处置，建议街道综合执法处理。', betterOwner: '街道综合执法' },
  ],
  R7: [
    { basis: '高处作业需要持证人员和登高车，本班组没有资质。', betterOwner: '专业维修单位' },
    { basis: '涉及带电作业，须由供电单位停电处理。', betterOwner: '供电单位' },
  ],
  R8: [{ basis: '诉求人是本人近亲属，申请回避，请改派他人办理。' }],
};

export const declineWords: Readonly<Record<DeclineReason, readonly { words: string; rightPlace?: string }[]>> = {
  emergency: [
    {
      words: '正在发生的人身危险请立即拨打110或120，平台不能代替报警和急救，已同时电话告知您。',
      rightPlace: '110、120',
    },
  ],
  litigation: [
    {
      words: '您反映的赔偿事项法院已经立案，应由法院依法处理，社区不再另行受理，判决前可申请诉前调解。',
      rightPlace: '区人民法院诉讼服务中心',
    },
  ],
  answered: [{ words: '同一事项上月已书面答复并送达，没有新的事实和理由，因此不再重复受理，原答复可随时查阅。' }],
  private: [
    {
      words: '您反映的是两家之间的借款，属于民事约定，社区没有处置权限，可以申请人民调解或者起诉。',
      rightPlace: '人民调解委员会',
    },
  ],
  other_channel: [
    {
      words: '工资拖欠事项有专门的投诉渠道，办理更快更有力，已把电话和地址一并告诉您。',
      rightPlace: '劳动保障监察大队',
    },
    { words: '您咨询的税务处罚需向作出决定的机关申请复议，社区不能代为处理。', rightPlace: '税务机关复议窗口' },
  ],
  unlawful: [{ words: '要求公布邻居的电话和行踪涉及他人隐私，依法不能提供，此项不予受理。' }],
};

/** Questions and answers that fit any item. */
export const commonQuestions: readonly (readonly [question: string, answer: string])[] = [
  ['请问具体在哪个位置，最好说下楼号单元或旁边的标志。', '就在单元门右手边，墙上有个蓝色的牌子。'],
  ['请问这个情况是从什么时候开始的，之前有没有报过？', '有小半个月了，以前没报过，头一回。'],
  ['方便的话请补一张现场照片，或者说明什么时间能上门。', '照片补上了，晚上六点以后家里都有人。'],
  ['请问什么时间家里有人，方便师傅上门？', '上午都在，下午两点以后要接孩子。'],
];

/** Why a volunteer lets an order go again. */
export const releaseReasons: readonly string[] = [
  '临时要去接孩子，赶不上约定的时间，请别的队友接一下。',
  '家里老人突然不舒服，今天去不了，抱歉。',
  '单位通知加班，两个小时内到不了，先让出来。',
  '电动车没电了，路上赶不过去，请附近的队友帮忙。',
  '和诉求人约的时间对不上，我这边白天上班。',
];

/** Notes of staff on the way; they touch no clock. */
export const staffNotes: readonly string[] = [
  '已电话联系诉求人，约好上门时间。',
  '到场看过，需要备件，已通知采购。',
  '现场已拍照，等住户下班后一起核对。',
  '已和楼长通气，周边住户都知道了。',
  '材料已备齐，等签字后提交。',
  '与施工单位电话核实，对方答应今天到场。',
  '现场人多，先设了围挡，避开高峰处理。',
  '已在楼道张贴温馨提示，防止反弹。',
  '诉求人情绪平稳，愿意等待处理结果。',
  '已向主管说明进度，按时间推进。',
  '配件到货，安排上午施工。',
  '现场水渍未干，明天再复看一次。',
  '同类问题登记三处，一并安排。',
  '联系社区卫生服务站协助。',
  '已请网格员到场确认位置。',
];

export const contactWords: readonly string[] = [
  '电话联系上，问清了位置和时间。',
  '电话联系诉求人，说明今天会上门。',
  '上门见到本人，核实了情况。',
  '电话联系，对方同意到场时一起看。',
  '发了消息并得到回复。',
];

export const unreachedWords: readonly string[] = ['电话未接，已发短信留言。', '拨打两次无人接听，稍后再打。'];

/** Why the dispatcher changes the handler. */
export const reassignReasons: readonly string[] = [
  '原办理人员抢修任务重叠，改由同组人员承办。',
  '志愿者超时未接，由网格员承办。',
  '按退单建议改派责任单位。',
  '现场核实属另一单位职责，改派。',
];

/** Why a former handler may get a reopened order again (3.1.2). */
export const sameHandlerReasons: readonly string[] = [
  '保修期内由原维修单位负责，已要求换班组长到场。',
  '该区域只有一家服务单位，已要求更换办理人员。',
];

/** Why the desk corrects the item. */
export const classifyReasons: readonly string[] = [
  '原话与所选事项不符，按内容更正。',
  '电话核实后更正事项。',
  '诉求人选择了其他，按内容归入此项。',
];

/** Arrival farther than 200 m from the place (3.11). */
export const farArrivalReasons: readonly string[] = [
  '定位漂移，人已在楼下，有单元门牌照片。',
  '先到药店取药，再送上门，签到时还在路上。',
];

export const dispatcherNotes: readonly string[] = [
  '请先电话联系再上门。',
  '老人听力不好，敲门声音大一些。',
  '注意避开午休时间。',
  '现场有犬，请提前通知主人。',
];
