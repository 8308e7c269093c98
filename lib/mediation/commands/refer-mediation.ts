import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { referInput } from '../input';
import { addEnd, move } from '../store';
import type { MediationSummary } from '../view';

/** 转办: the quarrel goes another way, such as the police where it threatens to escalate (25). */
export async function referMediation(ctx: Context, raw: z.input<typeof referInput>): Promise<MediationSummary> {
  const input = parse(referInput, raw);
  return act(ctx, 'refer', input, async ({ tx, row, permit, now }) => {
    await addEnd(tx, { mediationId: row.id, words: input.words, at: now });
    const data = { way: input.way };
    return move(tx, row, permit, { to: 'referred', set: { endedAt: now }, data, actor: ctx.actor, at: now });
  });
}
