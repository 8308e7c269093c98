import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { refusePast } from '../days';
import { lastMilestone } from '../facts';
import { milestoneInput } from '../input';
import { addMilestone as keep, move } from '../store';
import type { ProjectSummary } from '../view';

/** A step of the work with its own date. @throws rule a date in the past */
export async function addMilestone(ctx: Context, raw: z.input<typeof milestoneInput>): Promise<ProjectSummary> {
  const input = parse(milestoneInput, raw);
  return act(ctx, 'add_milestone', input, async ({ tx, row, permit, now }) => {
    refusePast(input.dueOn, now);
    const ordinal = (await lastMilestone(tx, row.id)) + 1;
    const moved = await move(tx, row, permit, { data: { ordinal, dueOn: input.dueOn }, actor: ctx.actor, at: now });
    await keep(tx, { projectId: row.id, ordinal, title: input.title, dueOn: input.dueOn, doneOn: null, words: null });
    return moved;
  });
}
