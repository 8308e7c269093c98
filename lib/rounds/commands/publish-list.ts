import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { listedInput } from '../input';
import { listRows, said } from '../lists';
import { addList, move } from '../store';
import type { RoundSummary } from '../view';

/**
 * 我们听到 / 我们做: how a round ends, in public, at least one row. What somebody said word for word stays unpublished.
 * @throws rule a row repeats what somebody said as it stands
 */
export async function publishList(ctx: Context, raw: z.input<typeof listedInput>): Promise<RoundSummary> {
  const input = parse(listedInput, raw);
  return act(ctx, 'publish', input, async ({ tx, row, permit, now }) => {
    const rows = await listRows(tx, row, input.rows, now);
    await addList(tx, rows);
    return move(tx, row, permit, {
      to: 'published',
      set: { publishedAt: now },
      data: said(rows),
      actor: ctx.actor,
      at: now,
    });
  });
}
