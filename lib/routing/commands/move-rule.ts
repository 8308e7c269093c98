import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { moveRuleInput } from '../input';
import { ruleToEdit } from '../rule-to-edit';
import { swapRules, turnList } from '../store';
import { routingRule } from '../tables';

/**
 * Moves a rule one place up or down. The order was seen at a revision: where somebody moved or added one meanwhile, the
 * second is refused. At the end of the list nothing moves.
 * @throws not_found · forbidden · conflict `routing.list_moved`
 */
export async function moveRule(ctx: Context, raw: z.input<typeof moveRuleInput>): Promise<{ revision: number }> {
  const input = parse(moveRuleInput, raw);
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'routing.move', key: input.clientId, input }, async () => {
      const rule = await ruleToEdit(tx, ctx.actor, input.id);
      const revision = await turnList(tx, rule.communityCode, input.revision);
      const up = input.way === 'up';
      const { position } = routingRule;
      const [other] = await tx
        .select()
        .from(routingRule)
        .where(
          and(
            eq(routingRule.communityCode, rule.communityCode),
            up ? lt(position, rule.position) : gt(position, rule.position),
          ),
        )
        .orderBy(up ? desc(position) : asc(position), asc(routingRule.id))
        .limit(1);
      if (!other) return { revision };
      await swapRules(tx, rule, other);
      await writeAudit(tx, ctx, {
        action: 'routing.rule_moved',
        subjectKind: 'routing_rule',
        subjectId: rule.id,
        data: { community: rule.communityCode, way: input.way, past: other.id },
      });
      return { revision };
    }),
  );
}
