import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { refusePast } from '../days';
import { postponeInput } from '../input';
import { addDelay, move } from '../store';
import type { ProjectSummary } from '../view';

/**
 * A later date, with its reason in public. The date that was promised first stays beside it.
 * @throws rule a date in the past, or one that is no later than the one that holds
 */
export async function postponeProject(ctx: Context, raw: z.input<typeof postponeInput>): Promise<ProjectSummary> {
  const input = parse(postponeInput, raw);
  return act(ctx, 'postpone', input, async ({ tx, row, permit, now }) => {
    const { newDueOn, reason } = input;
    refusePast(newDueOn, now);
    if (newDueOn <= row.dueOn) throw new DomainError('rule', 'project.not_later', { params: { due: row.dueOn } });
    const id = newId();
    const moved = await move(tx, row, permit, {
      set: { dueOn: newDueOn },
      data: { delay: id, from: row.dueOn, to: newDueOn },
      actor: ctx.actor,
      at: now,
    });
    await addDelay(tx, { id, projectId: row.id, missedOn: row.dueOn, newDueOn, reason, at: now });
    return moved;
  });
}
