import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { extendInput } from '../input';
import { addReply, move } from '../store';
import type { LetterSummary } from '../view';

/** A later last day for the reply, with the reason. @throws rule `letter.not_later` */
export async function extendLetter(ctx: Context, raw: z.input<typeof extendInput>): Promise<LetterSummary> {
  const input = parse(extendInput, raw);
  return act(ctx, 'extend', input, async ({ tx, row, facts, permit, now }) => {
    const { replyBy } = input;
    if (replyBy <= row.replyBy || replyBy < facts.today) {
      throw new DomainError('rule', 'letter.not_later', { params: { replyBy: row.replyBy } });
    }
    const lead = facts.units.find(({ part }) => part === 'lead');
    const by = actorKey(ctx.actor);
    await addReply(tx, {
      id: newId(),
      letterId: row.id,
      unitCode: lead?.unitCode ?? '',
      kind: 'extended',
      words: input.reason,
      by,
      at: now,
    });
    return move(tx, row, permit, {
      set: { replyBy },
      data: { from: row.replyBy, to: replyBy },
      actor: ctx.actor,
      at: now,
    });
  });
}
