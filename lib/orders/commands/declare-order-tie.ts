import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { once } from '@/lib/replay/store';
import { replayName } from '../act';
import { findOrder, loadStandingFacts } from '../facts';
import { tieInput } from '../input';
import { standingOf } from '../policy';
import { addParts } from '../store';

/**
 * 申请回避 by who could take or verify the order: it concerns them or their family (R8), so they never take, check or
 * call back this one, and it leaves their list (3.1.1). It stays on record; a second time changes nothing. Who holds an
 * order gives it back instead.
 * @throws not_found `order.not_found`, forbidden `order.tie_not_open`
 */
export async function declareOrderTie(ctx: Context, raw: z.input<typeof tieInput>): Promise<{ declared: true }> {
  const input = parse(tieInput, raw);
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: replayName('tie'), key: input.clientId, input: { code: input.code } }, async () => {
      const order = await findOrder(tx, input.code.toUpperCase());
      if (!order) throw new DomainError('not_found', 'order.not_found');
      const facts = await loadStandingFacts(tx, ctx.actor, order, ctx.now());
      if (facts.parts.has('declared_tie')) return { declared: true as const };
      const { relations, sees } = standingOf(ctx.actor, order, facts);
      if (!sees) throw new DomainError('not_found', 'order.not_found');
      const comes = relations.has('candidate') || relations.has('verifier');
      const concerned = comes && !relations.has('assignee');
      if (!concerned || ctx.actor.kind !== 'person') throw new DomainError('forbidden', 'order.tie_not_open');
      await addParts(tx, order.id, 'declared_tie', [ctx.actor.personId], ctx.now());
      await writeAudit(tx, ctx, { action: 'order.tie_declared', subjectKind: 'order', subjectId: order.id });
      return { declared: true as const };
    }),
  );
}
