import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { decisionsOf } from '../facts';
import { settleInput } from '../input';
import { ownUnit } from '../policy';
import { move, settleOne } from '../store';
import type { LetterSummary } from '../view';

/**
 * 落实: what was done of a decision, by the unit that owns it or by who sent the letter.
 * @throws not_found `letter.decision_unknown` · forbidden `letter.decision_not_yours` · conflict it was settled already
 */
export async function settleDecision(ctx: Context, raw: z.input<typeof settleInput>): Promise<LetterSummary> {
  const input = parse(settleInput, raw);
  return act(ctx, 'settle_decision', input, async ({ tx, row, facts, permit, now }) => {
    const found = (await decisionsOf(tx, row.id)).find(({ id }) => id === input.decision);
    if (!found) throw new DomainError('not_found', 'letter.decision_unknown');
    const isOwner =
      ownUnit(
        ctx.actor,
        facts.units.filter(({ unitCode }) => unitCode === found.ownerUnit),
      ) !== undefined;
    if (!isOwner && permit.relation !== 'sender') throw new DomainError('forbidden', 'letter.decision_not_yours');
    const settledBy = actorKey(ctx.actor);
    await settleOne(tx, row.id, found.id, { settledAt: now, settledBy, settled: input.words });
    return move(tx, row, permit, {
      set: { openDecisions: row.openDecisions - 1 },
      data: { decision: found.id, unit: found.ownerUnit },
      actor: ctx.actor,
      at: now,
    });
  });
}
