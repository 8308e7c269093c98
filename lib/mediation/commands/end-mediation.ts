import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { endInput } from '../input';
import { addEnd, move } from '../store';
import type { MediationSummary } from '../view';

const ends = { fail: 'failed', withdraw: 'withdrawn' } as const;

/** Ends a case without an agreement: `fail` 未达成 (26), `withdraw` 撤回 by those who applied. The other ways are told. */
export async function endMediation(
  ctx: Context,
  how: keyof typeof ends,
  raw: z.input<typeof endInput>,
): Promise<MediationSummary> {
  const input = parse(endInput, raw);
  return act(ctx, how, input, async ({ tx, row, permit, now }) => {
    await addEnd(tx, { mediationId: row.id, words: input.words, at: now });
    return move(tx, row, permit, { to: ends[how], set: { endedAt: now }, data: {}, actor: ctx.actor, at: now });
  });
}
