import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { explainInput } from '../input';
import { addDelay, move } from '../store';
import type { ProjectSummary } from '../view';

/** Why the date was not kept, in public, while there is no new one yet. @throws rule the date has not passed */
export async function explainDelay(ctx: Context, raw: z.input<typeof explainInput>): Promise<ProjectSummary> {
  const input = parse(explainInput, raw);
  return act(ctx, 'explain_delay', input, async ({ tx, row, permit, now }) => {
    const id = newId();
    const moved = await move(tx, row, permit, { data: { delay: id, missedOn: row.dueOn }, actor: ctx.actor, at: now });
    const { reason } = input;
    await addDelay(tx, { id, projectId: row.id, missedOn: row.dueOn, newDueOn: null, reason, at: now });
    return moved;
  });
}
