import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { listedInput } from '../input';
import { listRows, said } from '../lists';
import { addList, move } from '../store';
import type { RoundSummary } from '../view';

/** A later version of the list, beside the ones before it: what has become of what was promised. */
export async function changeList(ctx: Context, raw: z.input<typeof listedInput>): Promise<RoundSummary> {
  const input = parse(listedInput, raw);
  return act(ctx, 'add_to_list', input, async ({ tx, row, permit, now }) => {
    const rows = await listRows(tx, row, input.rows, now);
    await addList(tx, rows);
    return move(tx, row, permit, { data: said(rows), actor: ctx.actor, at: now });
  });
}
