import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { photosToPublish } from '@/lib/orders/queries/photos-to-publish';
import { act, nextWords } from '../act';
import { fulfilInput } from '../input';
import { refuseDoneOn } from '../promise';
import { move, said } from '../store';
import type { AnswerSummary } from '../view';

/** What was promised is there: since when, in words, with photos that everybody may see. */
export async function fulfilAnswer(ctx: Context, raw: z.input<typeof fulfilInput>): Promise<AnswerSummary> {
  const input = parse(fulfilInput, raw);
  return act(ctx, 'fulfil', input, async ({ tx, row, permit, now }) => {
    refuseDoneOn(input.doneOn, row.weighedOn, shanghaiDate(now));
    const photos = [...new Set(input.photos)];
    // A photo of an order stays with that order: somebody may be seen on it.
    if ((await photosToPublish(tx, ctx.actor, photos)).length < photos.length)
      throw new DomainError('invalid', 'photo.unknown');
    const words = await nextWords(tx, row, { ...input, photos }, { actor: ctx.actor, now });
    return move(tx, row, permit, {
      to: 'done',
      set: { doneOn: input.doneOn },
      words,
      data: { ...said(words), doneOn: input.doneOn, photos },
      actor: ctx.actor,
      at: now,
    });
  });
}
