import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayManageSomeMemberships } from '../policy';
import { type BranchAccount, explainBranch } from './explain-branch';

export interface StandIn extends BranchAccount {
  cellCode: string;
}

/**
 * The cells whose own organisation cannot verify today, with the one that stands in for it or nobody at all, for those
 * who appoint. @throws forbidden `membership.not_allowed`
 */
export async function listStandIns(ctx: Context, input: { cellCodes: readonly string[] }): Promise<StandIn[]> {
  if (!mayManageSomeMemberships(ctx.actor)) throw new DomainError('forbidden', 'membership.not_allowed');
  const found: StandIn[] = [];
  for (const cellCode of input.cellCodes) {
    const account = await explainBranch(ctx, { cellCode });
    if (account.absent || !account.org) found.push({ cellCode, ...account });
  }
  return found;
}
