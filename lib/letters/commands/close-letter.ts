import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { endInput } from '../input';
import { move } from '../store';
import type { LetterSummary } from '../view';

/** 办结 of the letter, once its lead has replied, with how it ended. */
export async function closeLetter(ctx: Context, raw: z.input<typeof endInput>): Promise<LetterSummary> {
  const input = parse(endInput, raw);
  return act(ctx, 'close', input, async ({ tx, row, permit, now }) =>
    move(tx, row, permit, {
      to: 'closed',
      set: { endedAt: now, ended: input.reason },
      data: { late: shanghaiDate(row.leadRepliedAt ?? now) > row.replyBy },
      actor: ctx.actor,
      at: now,
    }),
  );
}
