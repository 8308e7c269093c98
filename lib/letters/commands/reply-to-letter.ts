import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { replyInput } from '../input';
import { ownUnit } from '../policy';
import { addReply, move, setReplied } from '../store';
import type { LetterSummary } from '../view';

/** 回复: what a unit did or will do. Late ones are taken too; each stands beside those before it. */
export async function replyToLetter(ctx: Context, raw: z.input<typeof replyInput>): Promise<LetterSummary> {
  const input = parse(replyInput, raw);
  return act(ctx, 'reply', input, async ({ tx, row, facts, permit, now }) => {
    const own = ownUnit(ctx.actor, facts.units);
    if (!own) throw new DomainError('forbidden', 'letter.not_for_you');
    const id = newId();
    const { unitCode, part } = own;
    const by = actorKey(ctx.actor);
    await addReply(tx, { id, letterId: row.id, unitCode, kind: 'reply', words: input.words, by, at: now });
    await setReplied(tx, row.id, unitCode, now);
    return move(tx, row, permit, {
      set: part === 'lead' ? { leadRepliedAt: now } : {},
      data: { unit: unitCode, reply: id, part },
      actor: ctx.actor,
      at: now,
    });
  });
}
