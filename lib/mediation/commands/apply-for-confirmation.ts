import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { onDayInput } from '../input';
import { pastDay } from '../said';
import { move } from '../store';
import type { MediationSummary } from '../view';

/**
 * 司法确认 (33): on this day both sides applied together. The thirty days are for this and not for the court.
 * @throws rule the days were over on that day
 */
export async function applyForConfirmation(ctx: Context, raw: z.input<typeof onDayInput>): Promise<MediationSummary> {
  const input = parse(onDayInput, raw);
  return act(ctx, 'apply_confirmation', input, async ({ tx, row, permit, now }) => {
    const on = pastDay(input.on, now, row.settledOn);
    if (row.confirmUntil === null || on > row.confirmUntil) {
      throw new DomainError('rule', 'mediation.confirm_too_late', { params: { until: row.confirmUntil ?? '' } });
    }
    return move(tx, row, permit, { set: { confirmAppliedOn: on }, data: { on }, actor: ctx.actor, at: now });
  });
}
