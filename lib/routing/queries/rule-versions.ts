import { desc, eq } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { personNames } from '@/lib/people/queries/person-names';
import type { RuleConditions, RuleEffect } from '../input';
import { mayReadRules } from '../policy';
import { routingRule, routingRuleVersion } from '../tables';

export interface RuleVersion {
  version: number;
  name: string;
  isOn: boolean;
  conditions: RuleConditions;
  effect: RuleEffect;
  at: string;
  by: { zh: string; en: string } | null;
}

/**
 * What a rule said from when on and who made it say so, the latest first; who may read the rule reads its past.
 * @throws not_found `routing.rule_unknown`
 */
export async function ruleVersions(ctx: Context, id: string): Promise<RuleVersion[]> {
  const [rule] = await ctx.db.select().from(routingRule).where(eq(routingRule.id, id));
  if (!rule || !mayReadRules(ctx.actor, rule.communityCode)) throw new DomainError('not_found', 'routing.rule_unknown');
  const rows = await ctx.db
    .select()
    .from(routingRuleVersion)
    .where(eq(routingRuleVersion.ruleId, id))
    .orderBy(desc(routingRuleVersion.version));
  const names = await personNames(ctx.db, [...new Set(rows.map(({ byId }) => byId))]);
  return rows.map(({ version, name, isOn, conditions, effect, at, byId }) => {
    return { version, name, isOn, conditions, effect, at: rfc3339(at), by: names.get(byId) ?? null };
  });
}
