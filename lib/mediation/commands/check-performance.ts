import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { nextOrdinal } from '../facts';
import { checkInput } from '../input';
import { pastDay } from '../said';
import { addCheck, move } from '../store';
import { mediationCheck } from '../tables';
import type { MediationSummary } from '../view';

/** The committee looks whether the agreement is performed (31): done, not yet, or broken. */
export async function checkPerformance(ctx: Context, raw: z.input<typeof checkInput>): Promise<MediationSummary> {
  const input = parse(checkInput, raw);
  return act(ctx, 'check_performance', input, async ({ tx, row, permit, now }) => {
    const { outcome, words } = input;
    const on = pastDay(input.on, now, row.settledOn);
    const ordinal = await nextOrdinal(tx, mediationCheck, row.id);
    await addCheck(tx, { mediationId: row.id, ordinal, on, performed: outcome === 'performed', words, at: now });
    const to = outcome === 'not_yet' ? row.status : outcome;
    return move(tx, row, permit, { to, data: { ordinal, outcome, on }, actor: ctx.actor, at: now });
  });
}
