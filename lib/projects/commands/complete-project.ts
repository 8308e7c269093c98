import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { refuseDayToCome } from '../days';
import { completeInput } from '../input';
import { move } from '../store';
import type { ProjectSummary } from '../view';

/**
 * 建成: every step is done. Later than promised it asks for the reason first, so that none stays unsaid.
 * @throws rule a step is open · a day to come, or before the work began · late without a reason
 */
export async function completeProject(ctx: Context, raw: z.input<typeof completeInput>): Promise<ProjectSummary> {
  const input = parse(completeInput, raw);
  return act(ctx, 'complete', input, ({ tx, row, facts, permit, now }) => {
    const { on } = input;
    refuseDayToCome(on, now);
    if (row.startedOn && on < row.startedOn) {
      throw new DomainError('rule', 'project.before_start', { params: { started: row.startedOn } });
    }
    if (on > row.dueOn && !facts.delayExplained) {
      throw new DomainError('rule', 'project.delay_unexplained', { params: { due: row.dueOn } });
    }
    return move(tx, row, permit, {
      to: 'completed',
      set: { completedOn: on },
      data: { on },
      actor: ctx.actor,
      at: now,
    });
  });
}
