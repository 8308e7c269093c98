import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act, nextWords } from '../act';
import { restateInput } from '../input';
import { refusePastDue } from '../promise';
import { move, said } from '../store';
import type { AnswerSummary } from '../view';

/** New words and a new date beside the old, with the reason why the old one is not kept: what takes the red away. */
export async function restateAnswer(ctx: Context, raw: z.input<typeof restateInput>): Promise<AnswerSummary> {
  const input = parse(restateInput, raw);
  return act(ctx, 'restate', input, async ({ tx, row, permit, now }) => {
    refusePastDue(input.dueOn, shanghaiDate(now));
    const words = await nextWords(tx, row, input, { actor: ctx.actor, now });
    const { dueOn } = input;
    return move(tx, row, permit, {
      set: { dueOn },
      words,
      data: { ...said(words), was: row.dueOn, dueOn },
      actor: ctx.actor,
      at: now,
    });
  });
}
