import type { declineReasons, returnReasons, reworkReasons } from '@/lib/orders/status';

type ReworkReason = (typeof reworkReasons)[number];
type ReturnReason = (typeof returnReasons)[number];
type DeclineReason = (typeof declineReasons)[number];

/** Words that fit any item, or only those whose code begins with one of `items`. */
export interface FittedWords {
  words: string;
  items?: readonly string[];
}

/** What a verifier writes when sending an order back; at least ten characters (3.1). */
export const reworkWords: Readonly<Record<ReworkReason, readonly FittedWords[]>> = {
  evidence_missing: [
    { words: '佐证里缺户主签收的告知单，补齐后再提交验单。', items: ['0302'] },
    { words: '维修单没有日期和经手人，请补签后重新上传。', items: ['0501'] },
    {
      words: '只有处理后的照片，看不出是哪个位置，请补同角度的处理前照片。',
      items: ['0301', '0401', '0402', '0604', '0801'],
    },
    { words: '佐证不齐，缺的那一项没有说清原因，请补上再报。' },
    { words: '照片里看不出门牌和位置，请补拍一张全景。' },
  ],
  not_solved_on_site: [
    { words: '到现场看过，东侧还剩一堆没有清，请清完再报。', items: ['0302', '0401'] },
    { words: '现场复看仍有渗水，说明没有找到漏点，请重新处理。', items: ['0501', '0701'] },
    { words: '灯只亮了一盏，另一盏还是不亮，请补修。', items: ['0601'] },
    { words: '复查时路面又陷下去两公分，回填不实，请返工压实。', items: ['0604'] },
    { words: '晚上去看车还停在通道上，只劝离一次不够，请跟进。', items: ['0801', '0802'] },
    { words: '到现场看过，问题还在，只处理了一部分，请继续处理。' },
    { words: '问过周边住户，说只来看了一眼，请到现场处理后再报。' },
  ],
  not_what_was_asked: [
    { words: '答复只写了标准，没有回答退不退，请逐条答复。', items: ['0503'] },
    { words: '答复没有写依据和时间，请对照原话逐条补充。', items: ['0503', '0803', '1302', '1403'] },
    { words: '提交的内容和诉求人说的不是同一处，请核对地址重新办理。' },
  ],
  untrue: [
    { words: '处理后照片与处理前是同一张，请到现场重新拍摄。' },
    { words: '电话回问住户，住户说没有人上门，请如实说明到场情况。' },
  ],
};

/** Why the handler could not give a piece of evidence, and why the verifier passes it all the same (≥ 10 characters). */
export const missingPieces: Readonly<Record<string, readonly { reason: string; waiver: string }[]>> = {
  photo_before: [
    {
      reason: '到场即开始抢修，没有留下处理前的照片。',
      waiver: '抢修来不及拍处理前照片，已到现场看过，确已处理，同意免证。',
    },
    { reason: '到场时已有人先动手清理，未能拍到原状。', waiver: '楼长当场作证，现场情况属实，同意免证。' },
  ],
  document: [
    {
      reason: '户主不在家，单子张贴在门上，未能签收。',
      waiver: '户主长期在外，已张贴并拍照，现场确已办好，同意免证。',
    },
    { reason: '单据由厂家统一开具，次日才能取回。', waiver: '单据尚在路上，现场核实已经修复，同意免证。' },
  ],
  signature: [{ reason: '老人不会写字，已口头确认收到。', waiver: '老人不便签字，已电话核实收到，同意免证。' }],
  photo_after: [
    { reason: '住户不同意拍室内照片，已口头确认修好。', waiver: '住户不愿拍照，已上门核实结果属实，同意免证。' },
  ],
  photo: [{ reason: '诉求人不同意拍照，已口头确认。', waiver: '本人不愿拍照，已电话核实办理属实，同意免证。' }],
};

export interface ReturnBasis {
  basis: string;
  betterOwner?: string;
  items?: readonly string[];
}

/** Basis of a return, with the owner that the handler suggests where there is one. */
export const returnBases: Readonly<Record<ReturnReason, readonly ReturnBasis[]>> = {
  R1: [
    { basis: '现场核实渗漏点属另一管线，不在本单位维护范围。', betterOwner: '管线产权单位', items: ['0701', '0501'] },
    { basis: '该处保洁由市容班组负责，不在物业服务区域内。', betterOwner: '市容环卫班组', items: ['0401', '0402'] },
    { basis: '该处路灯由市政养护，不在小区红线内。', betterOwner: '道路照明养护单位', items: ['0601'] },
    { basis: '按职责分工不属于本单位承办范围，现场已核实。', betterOwner: '相应责任单位' },
  ],
  R2: [
    { basis: '只写了楼号没有单元和楼层，到场找不到位置，电话无人接听。' },
    { basis: '描述的位置有两处，无法确定是哪一处，请补充照片或标志物。' },
  ],
  R3: [{ basis: '同一处问题已有在办订单，属重复反映，请一并跟进。' }],
  R4: [{ basis: '诉求人已就同一事项向法院起诉，正在审理中，不宜另行处理。' }],
  R5: [{ basis: '电话联系时诉求人表示已自行解决，不再需要上门。' }],
  R6: [{ basis: '需要执法权限，社区和物业无权处置，建议街道牵头。', betterOwner: '街道办事处' }],
  R7: [
    { basis: '高处作业需要持证人员和登高车，本班组没有资质。', betterOwner: '专业维修单位' },
    { basis: '涉及带电作业，须由专业单位停电处理。', betterOwner: '供电单位', items: ['0601', '0804'] },
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
      words: '您反映的赔偿事项法院已经立案，应由法院依法处理，社区不再另行受理，开庭前可以申请诉前调解。',
      rightPlace: '区人民法院诉讼服务中心',
    },
  ],
  answered: [{ words: '同一事项上月已书面答复并送达，没有新的情况，因此不再重复受理，原答复可随时查阅。' }],
  private: [
    {
      words: '您反映的是两家之间的借款，属于民事约定，社区没有处置权限，可以申请人民调解或者起诉。',
      rightPlace: '人民调解委员会',
    },
  ],
  other_channel: [
    {
      words: '工资拖欠有专门的投诉渠道，办理更快更有力，电话和地址已一并告诉您。',
      rightPlace: '劳动保障监察大队',
    },
  ],
  unlawful: [{ words: '您要的住址和电话属于他人隐私，依法不能提供，此项不予受理，如有急事可报警协助。' }],
};

/** Replies for outcomes that no item's own texts state. */
export const outcomeReplies = {
  partly_resolved: [
    '能办的已先办好，其余还要和相关单位商量，时间已告知诉求人。',
    '大部分已处理，余下的部分和诉求人约好了时间继续办。',
    '主要问题已解决，剩下的下周接着办，已向诉求人说明。',
  ],
  not_ours: ['该处属市政养护范围，已转告养护单位并把联系方式告知诉求人。'],
  unresolvable: ['场地权属不在小区，现有条件无法实施，已向诉求人说明理由和依据。'],
  explained: ['已向诉求人逐条说明情况、依据和下一步时间，答复内容见附件。'],
} as const;

/** Questions and answers that fit any item. */
export const commonQuestions: readonly (readonly [question: string, answer: string])[] = [
  ['请问具体在哪个位置，最好说下楼号单元或旁边的标志。', '就在单元门右手边，墙上有个蓝色的牌子。'],
  ['请问这个情况是从什么时候开始的，之前有没有报过？', '有小半个月了，以前没报过，头一回。'],
  ['方便的话请说明什么时间能联系上您。', '晚上六点以后都在，白天电话也能接。'],
  ['请问什么时间家里有人，方便上门？', '上午都在，下午两点以后要接孩子。'],
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
  '已电话联系诉求人，约好时间。',
  '已和楼长通气，周边住户都知道了。',
  '诉求人情绪平稳，愿意等待处理结果。',
  '已向负责人说明进度，按时间推进。',
  '同类问题登记了三处，一并安排。',
  '诉求人白天上班，约在傍晚见面。',
  '已请网格员帮忙确认位置。',
  '资料已备齐，等签字后提交。',
  '看过现场，明天一早继续处理。',
  '避开午休时间，下午再去。',
];

export const contactWords = {
  phone: [
    '电话联系上，问清了情况和时间。',
    '电话联系诉求人，说明了怎么办、多久办好。',
    '电话联系，对方同意一起看一看。',
    '电话接通，诉求人补充了细节。',
  ],
  visit: ['上门见到本人，核实了情况。', '在楼下碰到本人，当面说清了安排。', '上门说明来意，本人愿意配合。'],
  message: ['发消息说明安排，对方已回复。', '群里私信联系上，约好了时间。', '发消息问清细节，对方同意。'],
} as const;

export const unreachedWords: readonly string[] = ['电话未接，已发短信留言。', '拨打两次无人接听，稍后再打。'];

/** Why the dispatcher changes the handler. */
export const reassignReasons = {
  unclaimed: '志愿者超时未接，由网格员承办。',
  returned: '按退单建议改派。',
  sameAgain: '要素已补齐，请继续办理。',
  avoid: '原承办人申请回避，改派他人。',
} as const;

/** Why a former handler may get a reopened order again (3.1.2). */
export const sameHandlerReasons: readonly string[] = [
  '质保期内由原承办单位负责，已要求换人到场。',
  '该区域只有这一家承办单位，已要求更换办理人员。',
];

/** Why the desk sets the item. */
export const classifyReasons: readonly string[] = [
  '原话与所选事项不符，按内容更正。',
  '电话核实后更正事项。',
  '诉求人没有选事项，按内容归入此项。',
];

/** Arrival farther than 200 m from the place (3.11). */
export const farArrivalReasons: readonly string[] = [
  '定位漂移，人已在楼下，有单元门牌照片。',
  '先去取东西再过来，签到时还在路上。',
];

/** What the dispatcher adds to an offer. */
export const offerNotes: readonly string[] = [
  '请先电话联系再上门。',
  '老人听力不好，敲门声音大一些。',
  '注意避开午休时间。',
];
