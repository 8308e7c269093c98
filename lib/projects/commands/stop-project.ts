import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { stopInput } from '../input';
import { addDelay, move } from '../store';
import type { ProjectSummary } from '../view';

/** It will not be done; the reason stands in public as why its date is not kept. What was spent stays spent. */
export async function stopProject(ctx: Context, raw: z.input<typeof stopInput>): Promise<ProjectSummary> {
  const input = parse(stopInput, raw);
  return act(ctx, 'stop', input, async ({ tx, row, permit, now }) => {
    const id = newId();
    const moved = await move(tx, row, permit, { to: 'stopped', data: { delay: id }, actor: ctx.actor, at: now });
    const { reason } = input;
    await addDelay(tx, { id, projectId: row.id, missedOn: row.dueOn, newDueOn: null, reason, at: now });
    return moved;
  });
}
