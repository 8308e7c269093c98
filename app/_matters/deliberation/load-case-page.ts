import { type DeliberationDetail, getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { getRoll, type RollView } from '@/lib/deliberation/queries/get-roll';
import { type ActionRefusal, listRefusals } from '@/lib/deliberation/queries/list-refusals';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { nextStepOf } from './next-step';
import type { StepName } from './step-fields';

export interface CasePageData {
  detail: DeliberationDetail;
  /** Of the open meeting, by name; null where there is none, and for who does not keep the papers. */
  roll: RollView | null;
  /** Whether names are for this reader at all. */
  keeps: boolean;
  refusals: ReadonlyMap<string, ActionRefusal>;
  next: StepName | null;
}

/** The roll, and whether it is for this reader. */
export async function rollFor(
  ctx: Context,
  input: { code: string; meeting?: string },
): Promise<{ roll: RollView | null; keeps: boolean }> {
  try {
    return { roll: await getRoll(ctx, input), keeps: true };
  } catch (error) {
    if (isDomainError(error) && error.code === 'forbidden') return { roll: null, keeps: false };
    throw error;
  }
}

/** Everything on the page of one case. @throws not_found what the reader may not see */
export async function loadCasePage(ctx: Context, code: string): Promise<CasePageData> {
  const detail = await getDeliberation(ctx, { code });
  const { roll, keeps } = await rollFor(ctx, { code });
  return { detail, roll, keeps, refusals: await listRefusals(ctx, { code }), next: nextStepOf(detail, roll) };
}
