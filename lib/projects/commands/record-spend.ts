import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { refuseDayToCome } from '../days';
import { spendInput } from '../input';
import { spend } from '../store';
import type { ProjectSummary } from '../view';

/** One payment with its receipt. @throws rule beyond the budget (需要新的决议), or a day to come */
export async function recordSpend(ctx: Context, raw: z.input<typeof spendInput>): Promise<ProjectSummary> {
  const input = parse(spendInput, raw);
  return act(ctx, 'spend', input, ({ tx, row, permit, now }) => {
    refuseDayToCome(input.on, now);
    const { on, label, amountFen, receiptNo } = input;
    const paid = { id: newId(), projectId: row.id, on, label, amountFen, receiptNo };
    return spend(tx, row, permit, { ...paid, byId: actorKey(ctx.actor), at: now }, { actor: ctx.actor, at: now });
  });
}
