import type { CaseStanding } from '@/lib/casework/workflow';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { type DeliberationRow, findDeliberation, standingParts } from '../facts';
import { standingOf } from '../policy';
import type { Relation } from '../relation';

/** One case and how the caller stands to it. @throws not_found what the caller may not see */
export async function loadCase(
  ctx: Context,
  code: string,
): Promise<{ row: DeliberationRow; standing: CaseStanding<Relation> }> {
  const row = await findDeliberation(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'deliberation.not_found');
  const standing = standingOf(ctx.actor, row, await standingParts(ctx.db, ctx.actor, row));
  if (!standing.sees) throw new DomainError('not_found', 'deliberation.not_found');
  return { row, standing };
}
