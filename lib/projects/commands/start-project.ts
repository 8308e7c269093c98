import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { refuseDayToCome } from '../days';
import { startInput } from '../input';
import { move } from '../store';
import type { ProjectSummary } from '../view';

/** 开工: the work began on this day. @throws rule a day that is still to come */
export async function startProject(ctx: Context, raw: z.input<typeof startInput>): Promise<ProjectSummary> {
  const input = parse(startInput, raw);
  return act(ctx, 'start', input, ({ tx, row, permit, now }) => {
    refuseDayToCome(input.on, now);
    return move(tx, row, permit, {
      to: 'running',
      set: { startedOn: input.on },
      data: { on: input.on },
      actor: ctx.actor,
      at: now,
    });
  });
}
