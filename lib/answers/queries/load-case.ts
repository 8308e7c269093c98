import type { CaseStanding } from '@/lib/casework/workflow';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { type AnswerRow, findAnswer, standingParts } from '../facts';
import { type StandingParts, standingOf } from '../policy';
import type { Relation } from '../relation';

/** One answer and how the caller stands to it. @throws not_found there is none of this code */
export async function loadCase(
  ctx: Context,
  code: string,
): Promise<{ row: AnswerRow; parts: StandingParts; standing: CaseStanding<Relation> }> {
  const row = await findAnswer(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'answer.not_found');
  const parts = await standingParts(ctx.db, ctx.actor, row, ctx.now());
  return { row, parts, standing: standingOf(ctx.actor, row, parts) };
}
