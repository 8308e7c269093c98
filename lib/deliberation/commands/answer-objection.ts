import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { answerObjectionInput } from '../input';
import { answerObjection as answer, move } from '../store';
import type { DeliberationSummary } from '../view';

/** Answers an objection in public, once. @throws conflict it was answered already */
export async function answerObjection(
  ctx: Context,
  raw: z.input<typeof answerObjectionInput>,
): Promise<DeliberationSummary> {
  const input = parse(answerObjectionInput, raw);
  return act(ctx, 'answer_objection', input, async ({ tx, row, permit, now }) => {
    const answered = await answer(
      tx,
      { id: input.objection, deliberationId: row.id },
      { publicWords: input.publicWords, answer: input.answer, answeredAt: now, answeredBy: actorKey(ctx.actor) },
    );
    if (!answered) throw new DomainError('conflict', 'deliberation.objection_answered', { version: row.version });
    return move(tx, row, permit, { data: { objection: input.objection }, actor: ctx.actor, at: now });
  });
}
