import type { RuleRefusal } from '@/lib/casework/workflow';
import type { Context } from '@/lib/kernel/context';
import { deliberationFacts } from '../facts';
import { type Action, guard } from '../workflow';
import { loadCase } from './load-case';

/** Why an action is not open to this actor now: `not_yours` by permission, `not_now` by state or rule. */
export interface ActionRefusal extends RuleRefusal {
  kind: 'not_yours' | 'not_now';
}

/**
 * For every action that this actor may not do now, why: the sentence that trying it would be answered with. A screen
 * says it where the next step is locked. @throws not_found what the caller may not see
 */
export async function listRefusals(ctx: Context, { code }: { code: string }): Promise<Map<Action, ActionRefusal>> {
  const { row, standing } = await loadCase(ctx, code);
  const facts = await deliberationFacts(ctx.db, row, ctx.now());
  const found = new Map<Action, ActionRefusal>();
  for (const action of guard.actions) {
    const decision = guard.decide(action, row.status, facts, standing);
    if (decision.ok || decision.refusal.kind === 'unseen') continue;
    const { kind, reason } = decision.refusal;
    const params = decision.refusal.kind === 'rule' ? decision.refusal.params : undefined;
    found.set(action, { kind: kind === 'forbidden' ? 'not_yours' : 'not_now', reason, ...(params && { params }) });
  }
  return found;
}
