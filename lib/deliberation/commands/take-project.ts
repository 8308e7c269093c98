import type { Context } from '@/lib/kernel/context';
import { act } from '../act';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/** A project was opened for what was decided; the first is named beside the case. Doing it twice changes nothing. */
export const takeProject = (ctx: Context, input: { code: string; project: string }): Promise<DeliberationSummary> =>
  act(ctx, 'take_project', { ...input, clientId: `project-${input.project}` }, async ({ tx, row, permit, now }) => {
    if (row.projectCode === input.project) return row;
    return move(tx, row, permit, {
      set: { projectCode: row.projectCode ?? input.project },
      data: { project: input.project },
      actor: ctx.actor,
      at: now,
    });
  });
