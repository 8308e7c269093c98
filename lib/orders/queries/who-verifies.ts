import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { type BranchAccount, explainBranch } from '@/lib/people/queries/explain-branch';
import { findBranchInCharge } from '@/lib/people/queries/find-branch-in-charge';
import { kinOf } from '@/lib/people/queries/kin-of';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { orderPart } from '../tables';
import { concernedBy } from './concerned-by';
import { loadSeen } from './get-order';
import { subjectsOf } from './subjects-of';

export interface WhoVerifies extends BranchAccount {
  /**
   * How many verifiers of the organisation in charge may decide it, as `never` of `pass` and `rework` has it: not who asked
   * for it, typed or handled it, is complained about, is of the same household, or has declared a tie.
   */
  free: number;
  /** The same of the organisation above, which looks too after the verify limit. */
  freeAbove: number;
}

/**
 * Who verifies an order, and whether anybody can: a branch without an active verifier is stood in for by the nearest above
 * it (3.1.1), and one whose verifiers all have to stand aside by its parent after the verify limit (3.1.2).
 * @throws not_found `order.not_found`, also for what is out of sight
 */
export async function whoVerifies(ctx: Context, input: { code: string }): Promise<WhoVerifies> {
  const { order } = await loadSeen(ctx, input.code);
  const account = await explainBranch(ctx, { cellCode: order.cellCode });
  const parts = await ctx.db
    .select({ personId: orderPart.personId, part: orderPart.part })
    .from(orderPart)
    .where(eq(orderPart.orderId, order.id));
  const kin = await kinOf(ctx.db, { personId: order.requesterId, householdCode: order.requesterHousehold });
  const barred = new Set<string | null>([
    ...kin,
    order.proxyId,
    order.requesterId,
    ...parts.filter(({ part }) => part !== 'verified').map(({ personId }) => personId),
  ]);
  const { parentCode } = await findBranchInCharge(ctx, { cellCode: order.cellCode });
  const above = parentCode ? await listRoleHolders(ctx, { partyOrgCode: parentCode, role: 'branch_verifier' }) : [];
  const subjects = await subjectsOf(ctx, order);
  const freeOf = (ids: readonly string[]) =>
    [...new Set(ids)].filter((id) => !barred.has(id) && !subjects.has(id)).length;
  return {
    ...account,
    free: freeOf(await concernedBy(ctx, order, 'verifier')),
    freeAbove: freeOf(above.map(({ personId }) => personId)),
  };
}
