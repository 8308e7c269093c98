import { shanghaiDate } from '@/lib/calendar/shanghai';
import { loadCase as loadDeliberation } from '@/lib/deliberation/queries/load-case';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { orderCodesOf } from '@/lib/orders/queries/order-codes-of';
import { type AnswerRow, wordsOf } from '../facts';
import { readsAll } from '../policy';
import { isLate } from '../promise';
import type { answerWords } from '../tables';
import { type AnswerSummary, summaryOf } from '../view';
import { loadCase } from './load-case';

/** Something that was said, at its time. */
export interface SaidView {
  version: number;
  words: { zh: string; en: string | null };
  /** Why it was decided so, or why a date was not kept; null of a fulfilment. */
  reason: string | null;
  dueOn: string | null;
  photos: string[];
  at: number;
}

export interface AnswerDetail extends AnswerSummary {
  title: { zh: string; en: string };
  communityCode: string;
  decision: AnswerRow['decision'];
  weighedBy: AnswerRow['weighedBy'];
  weighedOn: string;
  /** Last day of the promise, `YYYY-MM-DD`. */
  dueOn: string | null;
  doneOn: string | null;
  /** The day has passed and nothing new was said: red. */
  late: boolean;
  at: number;
  /** Oldest first. Empty where `isHidden`. */
  said: SaidView[];
  /** Asked in confidence: others than who answers and who asked read the title, the decision and the dates. */
  isHidden: boolean;
  deliberation: string | null;
  project: string | null;
  /** The order that it answers, for those who see it. */
  order: string | null;
}

const saidView = (row: typeof answerWords.$inferSelect): SaidView => ({
  version: row.version,
  words: { zh: row.words, en: row.wordsEn },
  reason: row.reason || null,
  dueOn: row.dueOn,
  photos: row.photos,
  at: row.at,
});

/** A deliberation that is still a draft leads nowhere for who may not see it. */
async function shownDeliberation(ctx: Context, code: string | null): Promise<string | null> {
  if (code === null) return null;
  return loadDeliberation(ctx, code).then(
    () => code,
    (error: unknown) => {
      if (isDomainError(error)) return null;
      throw error;
    },
  );
}

/**
 * One answer as this caller may read it. What everybody reads is what stands here without a condition.
 * @throws not_found there is none of this code
 */
export async function getAnswer(ctx: Context, { code }: { code: string }): Promise<AnswerDetail> {
  const { row, parts, standing } = await loadCase(ctx, code);
  const reads = readsAll(standing, parts);
  const seesOrder = parts.sees || standing.relations.has('system');
  return {
    ...summaryOf(row, standing),
    title: { zh: row.title, en: row.titleEn ?? row.title },
    communityCode: row.communityCode,
    decision: row.decision,
    weighedBy: row.weighedBy,
    weighedOn: row.weighedOn,
    dueOn: row.dueOn,
    doneOn: row.doneOn,
    late: isLate(row, shanghaiDate(ctx.now())),
    at: row.at,
    said: reads ? (await wordsOf(ctx.db, row.id)).map(saidView) : [],
    isHidden: !reads,
    deliberation: await shownDeliberation(ctx, row.deliberationCode),
    project: row.projectCode,
    order: seesOrder ? ((await orderCodesOf(ctx.db, [row.orderId]))[0] ?? null) : null,
  };
}
