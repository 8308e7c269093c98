import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { notInPast } from '../days';
import { sendBackInput } from '../input';
import { addReply, move, setReplied } from '../store';
import type { LetterSummary } from '../view';

/**
 * The lead's reply does not settle it: with the reason and a day for the next. The lead owes a reply again.
 * @throws rule `letter.day_past`
 */
export async function sendBackReply(ctx: Context, raw: z.input<typeof sendBackInput>): Promise<LetterSummary> {
  const input = parse(sendBackInput, raw);
  return act(ctx, 'send_back', input, async ({ tx, row, facts, permit, now }) => {
    const { replyBy, reason } = input;
    notInPast(replyBy, facts.today);
    const lead = facts.units.find(({ part }) => part === 'lead');
    if (!lead) throw new Error(`${row.code} has no lead`);
    const { unitCode } = lead;
    const id = newId();
    const by = actorKey(ctx.actor);
    await addReply(tx, { id, letterId: row.id, unitCode, kind: 'sent_back', words: reason, by, at: now });
    await setReplied(tx, row.id, unitCode, null);
    return move(tx, row, permit, {
      set: { leadRepliedAt: null, replyBy },
      data: { unit: unitCode, reply: id, replyBy },
      actor: ctx.actor,
      at: now,
    });
  });
}
