import type { z } from 'zod';
import { countComment } from '@/lib/casework/count-comment';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { collectInput } from '../input';
import { addEntry, move } from '../store';

/**
 * What somebody thinks, from the web: by anybody, without a name, read by those who write the list and nobody else.
 * @throws too_many `throttle.comment_address` · rule not yet, or over
 */
export async function collectOpinion(ctx: Context, raw: z.input<typeof collectInput>): Promise<{ code: string }> {
  const input = parse(collectInput, raw);
  await countComment(ctx, { name: 'round.collect', key: input.clientId });
  await act(ctx, 'collect', input, async ({ tx, row, permit, now }) => {
    await addEntry(tx, {
      id: newId(),
      roundId: row.id,
      way: 'web',
      words: input.words,
      heads: 1,
      typedBy: null,
      at: now,
    });
    return move(tx, row, permit, { data: { way: 'web' }, actor: ctx.actor, at: now });
  });
  return { code: input.code };
}
