import { eq } from 'drizzle-orm';
import type { Context, Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { mayEditRules, mayReadRules } from './policy';
import { routingRule } from './tables';

/**
 * The rule that a verb changes. Who may not even read it is told that there is none.
 * @throws not_found `routing.rule_unknown` · forbidden `routing.not_yours_to_edit`
 */
export async function ruleToEdit(
  db: Reader,
  actor: Context['actor'],
  id: string,
): Promise<typeof routingRule.$inferSelect> {
  const [rule] = await db.select().from(routingRule).where(eq(routingRule.id, id));
  if (!rule || !mayReadRules(actor, rule.communityCode)) throw new DomainError('not_found', 'routing.rule_unknown');
  if (!mayEditRules(actor, rule.communityCode)) throw new DomainError('forbidden', 'routing.not_yours_to_edit');
  return rule;
}
