import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { switchRuleInput } from '../input';
import { ruleToEdit } from '../rule-to-edit';
import { changeRule } from '../store';

/**
 * Switches a rule off or on, also one that is broken: to switch it off is the first thing to do then.
 * @throws not_found · forbidden · conflict `routing.rule_changed`
 */
export async function switchRule(
  ctx: Context,
  raw: z.input<typeof switchRuleInput>,
): Promise<{ id: string; version: number }> {
  const input = parse(switchRuleInput, raw);
  const { id, version, isOn, clientId } = input;
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'routing.switch', key: clientId, input }, async () => {
      const rule = await ruleToEdit(tx, ctx.actor, id);
      const made = { at: ctx.now(), byId: actorKey(ctx.actor) };
      const saved = await changeRule(tx, { id, version }, { ...rule, isOn }, made);
      await writeAudit(tx, ctx, {
        action: isOn ? 'routing.rule_on' : 'routing.rule_off',
        subjectKind: 'routing_rule',
        subjectId: id,
        data: { community: rule.communityCode, version: saved.version },
      });
      return { id, version: saved.version };
    }),
  );
}
