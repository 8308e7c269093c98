import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { checkedDraft } from '../checked-draft';
import { addRuleInput } from '../input';
import { mayEditRules } from '../policy';
import { insertRule, turnList } from '../store';

/**
 * A new rule at the end of the community's list.
 * @throws forbidden `routing.not_yours_to_edit` · invalid `routing.names_unknown` with the field
 */
export async function addRule(
  ctx: Context,
  raw: z.input<typeof addRuleInput>,
): Promise<{ id: string; version: number }> {
  const input = parse(addRuleInput, raw);
  const { community, clientId, ...said } = input;
  if (!mayEditRules(ctx.actor, community)) throw new DomainError('forbidden', 'routing.not_yours_to_edit');
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'routing.add', key: clientId, input }, async () => {
      const draft = await checkedDraft(tx, community, said, ctx.now());
      const position = await turnList(tx, community);
      const id = newId();
      await insertRule(
        tx,
        { id, communityCode: community, position, version: 1, ...draft },
        { at: ctx.now(), byId: actorKey(ctx.actor) },
      );
      await writeAudit(tx, ctx, {
        action: 'routing.rule_added',
        subjectKind: 'routing_rule',
        subjectId: id,
        data: { community, version: 1 },
      });
      return { id, version: 1 };
    }),
  );
}
