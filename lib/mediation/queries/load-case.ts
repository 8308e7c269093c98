import type { CaseStanding } from '@/lib/casework/workflow';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findMediation, type MediationRow, type PartyRow, partiesOf, partyOf } from '../facts';
import { standingOf } from '../policy';
import type { Relation } from '../relation';

export interface SeenMediation {
  row: MediationRow;
  parties: PartyRow[];
  standing: CaseStanding<Relation>;
  /** The caller's own number among the parties. */
  own: number | null;
}

/** One case and how the caller stands to it. @throws not_found what the caller does not stand inside of */
export async function loadCase(ctx: Context, code: string): Promise<SeenMediation> {
  const row = await findMediation(ctx.db, code);
  if (!row) throw new DomainError('not_found', 'mediation.not_found');
  const parties = await partiesOf(ctx.db, row.id);
  const own = partyOf(ctx.actor, parties);
  const standing = standingOf(ctx.actor, row, own);
  if (!standing.sees) throw new DomainError('not_found', 'mediation.not_found');
  return { row, parties, standing, own };
}
