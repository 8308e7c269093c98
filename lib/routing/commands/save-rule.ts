import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { checkedDraft } from '../checked-draft';
import { saveRuleInput } from '../input';
import { ruleToEdit } from '../rule-to-edit';
import { changeRule } from '../store';

/**
 * Appends a version to a rule. Of two who edit the same version the second is refused, and nothing of theirs is kept here.
 * @throws not_found · forbidden · invalid `routing.names_unknown` · conflict `routing.rule_changed`
 */
export async function saveRule(
  ctx: Context,
  raw: z.input<typeof saveRuleInput>,
): Promise<{ id: string; version: number }> {
  const input = parse(saveRuleInput, raw);
  const { id, version, clientId, ...said } = input;
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'routing.save', key: clientId, input }, async () => {
      const rule = await ruleToEdit(tx, ctx.actor, id);
      const draft = await checkedDraft(tx, rule.communityCode, said, ctx.now());
      const saved = await changeRule(tx, { id, version }, draft, { at: ctx.now(), byId: actorKey(ctx.actor) });
      await writeAudit(tx, ctx, {
        action: 'routing.rule_saved',
        subjectKind: 'routing_rule',
        subjectId: id,
        data: { community: rule.communityCode, version: saved.version },
      });
      return { id, version: saved.version };
    }),
  );
}
