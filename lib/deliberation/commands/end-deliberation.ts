import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { reasonInput } from '../input';
import { addText, move } from '../store';
import { nextText } from '../texts';
import type { DeliberationSummary } from '../view';

const ends = { reject: 'rejected', withdraw: 'withdrawn' } as const;

/**
 * Ends a case without a decision: `reject` after a vote that failed (未通过), `withdraw` before it was decided. The
 * reason is its result, and public where the case was.
 */
export async function endDeliberation(
  ctx: Context,
  how: keyof typeof ends,
  raw: z.input<typeof reasonInput>,
): Promise<DeliberationSummary> {
  const input = parse(reasonInput, raw);
  return act(ctx, how, input, async ({ tx, row, permit, now }) => {
    const result = { points: [input.reason], words: '' };
    const text = await nextText(tx, row.id, 'result', result, { byId: actorKey(ctx.actor), at: now });
    await addText(tx, text);
    return move(tx, row, permit, {
      to: ends[how],
      set: { endedAt: now },
      data: { version: text.version, sha256: text.sha256 },
      actor: ctx.actor,
      at: now,
    });
  });
}
