import { asc, desc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { orderCodesOf } from '@/lib/orders/queries/order-codes-of';
import { budgetsOf, delaysOf, findProject, milestonesOf, type ProjectRow, projectFacts, sourceIdsOf } from '../facts';
import { keepsPapers, standingOf } from '../policy';
import { correctionOf } from '../store';
import { projectPhoto, projectSpend } from '../tables';
import { type ProjectSummary, summaryOf, type Timing, timingOf } from '../view';

export interface SpendView {
  id: string;
  on: string;
  /** What it was for; of a correction, why. */
  label: string;
  /** Below zero for a correction. */
  amountFen: number;
  /** `corrected` was taken out of the sum by a `correction` beside it. */
  state: 'counts' | 'corrected' | 'correction';
  /** For those who keep the papers alone. */
  receiptNo: string | null;
}

export interface ProjectDetail extends ProjectSummary {
  title: { zh: string; en: string };
  communityCode: string;
  words: string;
  place: string;
  fundings: ProjectRow['fundings'];
  openedAt: number;
  plannedOn: string;
  firstDueOn: string;
  startedOn: string | null;
  completedOn: string | null;
  timing: Timing;
  deliberationCode: string | null;
  /** The first budget and every change, the first first. */
  budgets: { version: number; amountFen: number; deliberationCode: string | null; reason: string; at: number }[];
  spends: SpendView[];
  milestones: { ordinal: number; title: string; dueOn: string; doneOn: string | null; words: string | null }[];
  /** What was said of dates that were not kept, and why it was stopped; the latest first. */
  delays: { missedOn: string; newDueOn: string | null; reason: string; at: number }[];
  photos: { id: string; words: string; takenOn: string }[];
  /** How many reports asked for it; never whose. */
  sources: number;
  /** Their numbers, for those who keep the papers alone. */
  sourceCodes: string[] | null;
}

/**
 * One project. What stands here without a condition may be read by everybody: no names, no numbers of receipts or orders.
 * @throws not_found there is none of this code
 */
export async function getProject(ctx: Context, { code }: { code: string }): Promise<ProjectDetail> {
  const row = await findProject(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'project.not_found');
  const standing = standingOf(ctx.actor, row);
  const keeps = keepsPapers(standing);
  const facts = await projectFacts(ctx.db, row, ctx.now());
  const spends = await ctx.db
    .select()
    .from(projectSpend)
    .where(eq(projectSpend.projectId, row.id))
    .orderBy(asc(projectSpend.on), asc(projectSpend.id));
  const ids = new Set(spends.map((one) => one.id));
  const corrected = new Set(spends.filter((one) => ids.has(correctionOf(one.id))).map((one) => one.id));
  const photos = await ctx.db
    .select()
    .from(projectPhoto)
    .where(eq(projectPhoto.projectId, row.id))
    .orderBy(desc(projectPhoto.takenOn), desc(projectPhoto.uploadId));
  const sources = await sourceIdsOf(ctx.db, row.id);
  return {
    ...summaryOf(row, facts, standing),
    title: { zh: row.title, en: row.titleEn ?? row.title },
    communityCode: row.communityCode,
    words: row.words,
    place: row.place,
    fundings: row.fundings,
    openedAt: row.openedAt,
    plannedOn: row.plannedOn,
    firstDueOn: row.firstDueOn,
    startedOn: row.startedOn,
    completedOn: row.completedOn,
    timing: timingOf(row, facts),
    deliberationCode: row.deliberationCode,
    budgets: (await budgetsOf(ctx.db, row.id)).map(({ projectId: _, ...budget }) => budget),
    spends: spends.map(({ id, on, label, amountFen, receiptNo }) => ({
      id,
      on,
      label,
      amountFen,
      receiptNo: keeps ? receiptNo : null,
      state: amountFen < 0 ? 'correction' : corrected.has(id) ? 'corrected' : 'counts',
    })),
    milestones: (await milestonesOf(ctx.db, row.id)).map(({ projectId: _, ...milestone }) => milestone),
    delays: (await delaysOf(ctx.db, row.id)).map(({ missedOn, newDueOn, reason, at }) => ({
      missedOn,
      newDueOn,
      reason,
      at,
    })),
    photos: photos.map(({ uploadId, words, takenOn }) => ({ id: uploadId, words, takenOn })),
    sources: sources.length,
    sourceCodes: keeps ? await orderCodesOf(ctx.db, sources) : null,
  };
}
