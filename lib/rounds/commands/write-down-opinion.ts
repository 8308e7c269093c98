import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { writeDownInput } from '../input';
import { addEntry, move } from '../store';
import type { RoundSummary } from '../view';

/**
 * What came in on paper or was said at a meeting, typed at the desk with how many said so. Until the round is closed, also
 * after its last day: what was said in time may be typed late.
 */
export async function writeDownOpinion(ctx: Context, raw: z.input<typeof writeDownInput>): Promise<RoundSummary> {
  const input = parse(writeDownInput, raw);
  return act(ctx, 'write_down', input, async ({ tx, row, permit, now }) => {
    const { way, words, heads } = input;
    await addEntry(tx, { id: newId(), roundId: row.id, way, words, heads, typedBy: actorKey(ctx.actor), at: now });
    return move(tx, row, permit, { data: { way, heads }, actor: ctx.actor, at: now });
  });
}
