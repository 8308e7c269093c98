import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { refuseDayToCome } from '../days';
import { reachInput } from '../input';
import { move, reachMilestone as reach } from '../store';
import type { ProjectSummary } from '../view';

/** A step is done; the words say so in public. @throws not_found no such step, or it is done already · rule a day to come */
export async function reachMilestone(ctx: Context, raw: z.input<typeof reachInput>): Promise<ProjectSummary> {
  const input = parse(reachInput, raw);
  return act(ctx, 'reach_milestone', input, async ({ tx, row, permit, now }) => {
    refuseDayToCome(input.on, now);
    const { ordinal, on } = input;
    if (!(await reach(tx, { projectId: row.id, ordinal }, { doneOn: on, words: input.words || null }))) {
      throw new DomainError('not_found', 'project.no_open_milestone');
    }
    return move(tx, row, permit, { data: { ordinal, on }, actor: ctx.actor, at: now });
  });
}
