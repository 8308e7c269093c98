import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { endInput } from '../input';
import { move } from '../store';
import type { LetterSummary } from '../view';

/** 作废, with the reason; the number stays used, so that the series has no gap. */
export async function callOffLetter(ctx: Context, raw: z.input<typeof endInput>): Promise<LetterSummary> {
  const input = parse(endInput, raw);
  return act(ctx, 'call_off', input, async ({ tx, row, permit, now }) =>
    move(tx, row, permit, {
      to: 'called_off',
      set: { endedAt: now, ended: input.reason },
      data: {},
      actor: ctx.actor,
      at: now,
    }),
  );
}
