import type { Context } from '@/lib/kernel/context';
import { actionSlug } from '@/lib/kernel/endpoint';
import { decide } from '../decide';
import { orderFacts } from '../facts';
import { type Action, actions } from '../workflow';
import { loadSeen } from './get-order';

/** Why an action is not open to this actor now: `not_yours` by permission, `not_now` by state or rule. */
export interface ActionRefusal {
  kind: 'not_yours' | 'not_now';
  /** Message key under `reason.`; the same words that trying it would be answered with. */
  reason: string;
}

/**
 * For every action that this actor may not do now, why. A screen says it where people look for the button
 * (本人代录,不能回访), so that nobody has to guess; buttons themselves come from `abilities`.
 * @throws not_found `order.not_found`, also for what is out of sight
 */
export async function listRefusals(ctx: Context, input: { code: string }): Promise<Map<string, ActionRefusal>> {
  const { order, standing } = await loadSeen(ctx, input.code);
  const facts = orderFacts(order, ctx.now(), ctx.actor);
  const found = new Map<string, ActionRefusal>();
  for (const action of actions satisfies readonly Action[]) {
    const decision = decide(action, facts, standing);
    if (decision.ok || decision.refusal.kind === 'unseen') continue;
    const { kind, reason } = decision.refusal;
    found.set(actionSlug(action), { kind: kind === 'forbidden' ? 'not_yours' : 'not_now', reason });
  }
  return found;
}
