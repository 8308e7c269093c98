import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { confirmInput } from '../input';
import { pastDay } from '../said';
import { move } from '../store';
import type { MediationSummary } from '../view';

/** 司法确认 (33): both sides applied together, within thirty days of its taking effect. @throws rule the days are over */
export async function confirmAgreement(ctx: Context, raw: z.input<typeof confirmInput>): Promise<MediationSummary> {
  const input = parse(confirmInput, raw);
  return act(ctx, 'confirm', input, async ({ tx, row, permit, now }) => {
    const on = pastDay(input.on, now, row.settledOn);
    if (row.confirmUntil === null || on > row.confirmUntil) {
      throw new DomainError('rule', 'mediation.confirm_too_late', { params: { until: row.confirmUntil ?? '' } });
    }
    return move(tx, row, permit, { set: { confirmedOn: on }, data: { on }, actor: ctx.actor, at: now });
  });
}
