import type { z } from 'zod';
import { dateOfDay, dayNumber } from '@/lib/calendar/shanghai';
import { countComment } from '@/lib/casework/count-comment';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { objectInput } from '../input';
import { addObjection, move } from '../store';

/** 三日内答复, our own promise [O]. */
const answerDays = 3;

/**
 * 提意见 while a resolution is on notice: by anybody, shown without a name, answered in public.
 * @throws too_many `throttle.comment_address`
 */
export async function objectToResolution(
  ctx: Context,
  raw: z.input<typeof objectInput>,
): Promise<{ code: string; answerBy: string }> {
  const input = parse(objectInput, raw);
  await countComment(ctx, { name: 'deliberation.object', key: input.clientId });
  await act(ctx, 'object', input, async ({ tx, row, permit, now }) => {
    const id = newId();
    await addObjection(tx, {
      id,
      deliberationId: row.id,
      words: input.words,
      contact: input.contact || null,
      answerBy: dateOfDay(dayNumber(now) + answerDays),
      at: now,
    });
    return move(tx, row, permit, { data: { objection: id }, actor: ctx.actor, at: now });
  });
  return { code: input.code, answerBy: dateOfDay(dayNumber(ctx.now()) + answerDays) };
}
