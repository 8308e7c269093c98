import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { answerInput } from '../input';
import { answerOpinionOf, move } from '../store';
import type { MediationSummary } from '../view';

/** What the duty answered, as it was said on the phone or on paper: an opinion, and no ruling. @throws rule answered before */
export async function answerOpinion(ctx: Context, raw: z.input<typeof answerInput>): Promise<MediationSummary> {
  const input = parse(answerInput, raw);
  return act(ctx, 'answer_opinion', input, async ({ tx, row, permit, now }) => {
    const where = { id: input.opinion, mediationId: row.id };
    const answered = await answerOpinionOf(tx, where, { opinion: input.words, answeredAt: now });
    if (!answered) throw new DomainError('rule', 'mediation.opinion_answered_already');
    return move(tx, row, permit, { data: { opinion: input.opinion }, actor: ctx.actor, at: now });
  });
}
