import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act, nextWords } from '../act';
import { sayInput } from '../input';
import { move, said } from '../store';
import type { AnswerSummary } from '../view';

/** Something more is said of an answer that is done or closed: a version beside the others, with its reason. */
export async function rewordAnswer(ctx: Context, raw: z.input<typeof sayInput>): Promise<AnswerSummary> {
  const input = parse(sayInput, raw);
  return act(ctx, 'reword', input, async ({ tx, row, permit, now }) => {
    const words = await nextWords(tx, row, input, { actor: ctx.actor, now });
    return move(tx, row, permit, { words, data: said(words), actor: ctx.actor, at: now });
  });
}
