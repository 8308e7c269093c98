import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { onDayInput } from '../input';
import { pastDay } from '../said';
import { move } from '../store';
import type { MediationSummary } from '../view';

/** The court confirmed it, whenever it did. @throws rule nobody applied; a day before that of the application, or to come */
export async function confirmAgreement(ctx: Context, raw: z.input<typeof onDayInput>): Promise<MediationSummary> {
  const input = parse(onDayInput, raw);
  return act(ctx, 'confirm', input, async ({ tx, row, permit, now }) => {
    const on = pastDay(input.on, now, row.confirmAppliedOn);
    return move(tx, row, permit, { set: { confirmedOn: on }, data: { on }, actor: ctx.actor, at: now });
  });
}
