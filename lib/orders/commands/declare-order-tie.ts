import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findOrder, loadStandingFacts } from '../facts';
import { standingOf } from '../policy';
import { addParts } from '../store';

/**
 * 申请回避 by who could take or verify the order: it concerns them or their family (R8), so they never take, check or
 * call back this one (3.1.1). It stays on record; a second time changes nothing. Who holds an order gives it back instead.
 * @throws not_found `order.not_found`, forbidden `order.tie_not_open`
 */
export async function declareOrderTie(ctx: Context, input: { code: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    const order = await findOrder(tx, input.code.trim().toUpperCase());
    if (!order) throw new DomainError('not_found', 'order.not_found');
    const facts = await loadStandingFacts(tx, ctx.actor, order, ctx.now());
    const { relations, sees } = standingOf(ctx.actor, order, facts);
    if (!sees) throw new DomainError('not_found', 'order.not_found');
    if (facts.parts.has('declared_tie')) return;
    const comes = relations.has('candidate') || relations.has('verifier');
    const concerned = comes && !relations.has('assignee');
    if (!concerned || ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.tie_not_open');
    await addParts(tx, order.id, 'declared_tie', [ctx.actor.personId], ctx.now());
    await writeAudit(tx, ctx, { action: 'order.tie_declared', subjectKind: 'order', subjectId: order.id });
  });
}
