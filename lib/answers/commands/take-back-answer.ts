import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act, nextWords } from '../act';
import { sayInput } from '../input';
import { move, said } from '../store';
import type { AnswerSummary } from '../view';

/** What was promised will not come: said in public with its reason; the promise and its date stay readable. */
export async function takeBackAnswer(ctx: Context, raw: z.input<typeof sayInput>): Promise<AnswerSummary> {
  const input = parse(sayInput, raw);
  return act(ctx, 'take_back', input, async ({ tx, row, permit, now }) => {
    const words = await nextWords(tx, row, { ...input, dueOn: null }, { actor: ctx.actor, now });
    return move(tx, row, permit, {
      to: 'closed',
      set: { dueOn: null },
      words,
      data: { ...said(words), was: row.dueOn },
      actor: ctx.actor,
      at: now,
    });
  });
}
