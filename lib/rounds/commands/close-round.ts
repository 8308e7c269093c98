import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { countEntries } from '../facts';
import { closeInput } from '../input';
import { move } from '../store';
import type { RoundSummary } from '../view';

/** Nothing more comes in. By the secretary, before or after the last day. */
export async function closeRound(ctx: Context, raw: z.input<typeof closeInput>): Promise<RoundSummary> {
  const input = parse(closeInput, raw);
  return act(ctx, 'close', input, async ({ tx, row, permit, now }) => {
    const counted = await countEntries(tx, row.id);
    const sum = (of: 'entries' | 'heads') => counted.reduce((total, one) => total + one[of], 0);
    return move(tx, row, permit, {
      to: 'closed',
      data: { entries: sum('entries'), heads: sum('heads') },
      actor: ctx.actor,
      at: now,
    });
  });
}
