import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { decisionsOf } from '../facts';
import { postponeInput } from '../input';
import { addReply, move, moveDecision } from '../store';
import type { LetterSummary } from '../view';

/** A later day for a decision, with the reason, which its owner reads. @throws not_found · rule `letter.not_later` */
export async function postponeDecision(ctx: Context, raw: z.input<typeof postponeInput>): Promise<LetterSummary> {
  const input = parse(postponeInput, raw);
  return act(ctx, 'postpone_decision', input, async ({ tx, row, facts, permit, now }) => {
    const { dueOn, reason } = input;
    const found = (await decisionsOf(tx, row.id)).find(({ id }) => id === input.decision);
    if (!found) throw new DomainError('not_found', 'letter.decision_unknown');
    if (dueOn <= found.dueOn || dueOn < facts.today) {
      throw new DomainError('rule', 'letter.not_later', { params: { replyBy: found.dueOn } });
    }
    await moveDecision(tx, row.id, found.id, dueOn);
    const by = actorKey(ctx.actor);
    const said = { id: newId(), letterId: row.id, unitCode: found.ownerUnit, words: reason, by, at: now };
    await addReply(tx, { ...said, kind: 'extended' });
    return move(tx, row, permit, {
      data: { decision: found.id, from: found.dueOn, to: dueOn },
      actor: ctx.actor,
      at: now,
    });
  });
}
