import type { RateCounts } from '@/lib/orders/queries/rate-counts';

/** A rate never stands without its numerator, its denominator and what it means. */
export interface Rate {
  name: RateName;
  numerator: number;
  denominator: number;
  /** 0 … 1; null when there is nothing to divide by. */
  value: number | null;
  definition: { zh: string; en: string };
}

/** Workflow page 3.7; the formulas are the project's own, the three names those of 北京市接诉即办工作条例 art. 32. */
const definitions = {
  response_rate: {
    zh: '响应率：签收时限内首次联系或到场的工单 ÷ 本期签收到期的工单',
    en: 'Orders first contacted or visited within the accept limit ÷ orders whose accept limit fell due in the period',
  },
  resolution_rate: {
    zh: '解决率：回答“已解决” ÷ 有效回答（评单或回访，每件只计最后一次）；“部分解决”计 0，另列',
    en: 'Answers "solved" ÷ valid answers by rating or call-back, the last of each order; "partly" counts 0 and is shown apart',
  },
  partly_resolved_share: { zh: '部分解决占比：回答“部分解决” ÷ 有效回答', en: 'Answers "partly" ÷ valid answers' },
  satisfaction_rate: {
    zh: '满意率：非常满意、满意、基本满意 ÷ 有效评价；逾期未评不算满意',
    en: 'Three stars or more ÷ valid ratings; an order closed unrated is never counted as satisfied',
  },
  strict_satisfaction_rate: { zh: '严口径满意率：非常满意、满意 ÷ 有效评价', en: 'Four stars or more ÷ valid ratings' },
  on_time_rate: {
    zh: '按期办结率：办理时限内提交结果的工单 ÷ 本期验单通过的工单',
    en: 'Orders whose result came within the finish limit ÷ orders verified in the period',
  },
  extension_rate: {
    zh: '延期率：办理中延过期的工单 ÷ 本期验单通过的工单；按期办结率按延期后的时限算',
    en: 'Orders whose finish was extended ÷ orders verified in the period; the on-time rate counts on the new due time',
  },
  return_rate: { zh: '退单率：退单次数 ÷ 指派次数', en: 'Returns ÷ assignments' },
  rework_rate: { zh: '返工率：验单退回次数 ÷ 提交结果次数', en: 'Reworks ÷ results submitted' },
  reopen_rate: {
    zh: '重开率：重新办理次数 ÷ 办结次数与重新办理次数之和',
    en: 'Reopenings ÷ closings and reopenings together',
  },
  rating_share: {
    zh: '评价参与率：居民自己评过的办结 ÷ 验单通过次数',
    en: 'Closings rated by the resident ÷ verifications passed',
  },
} as const;
export type RateName = keyof typeof definitions;

/** The three rates that anybody may see, without login. */
export const publicRates: readonly RateName[] = [
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'on_time_rate',
];

/** The rates of a period from its counts; pure. */
export function ratesOf(counts: RateCounts): Rate[] {
  const { answers } = counts;
  const { stars } = answers;
  const solved = answers.solvedYes + answers.solvedPartly + answers.solvedNo;
  const rated = stars[1] + stars[2] + stars[3] + stars[4] + stars[5];
  const rate = (name: RateName, numerator: number, denominator: number): Rate => ({
    name,
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    definition: definitions[name],
  });
  return [
    rate('response_rate', counts.contactedInTime, counts.dueForAccept),
    rate('resolution_rate', answers.solvedYes, solved),
    rate('partly_resolved_share', answers.solvedPartly, solved),
    rate('satisfaction_rate', stars[5] + stars[4] + stars[3], rated),
    rate('strict_satisfaction_rate', stars[5] + stars[4], rated),
    rate('on_time_rate', counts.finishedInTime, counts.verified),
    rate('extension_rate', counts.extended, counts.verified),
    rate('return_rate', counts.returns, counts.assignments),
    rate('rework_rate', counts.reworks, counts.evidence),
    rate('reopen_rate', counts.reopenings, counts.closings + counts.reopenings),
    rate('rating_share', counts.ownAnswers, counts.passes),
  ];
}
