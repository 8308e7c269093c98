import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { plainInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/** The plan goes to all who vote on it in the party meeting; from now on it is not changed, and the days count. */
export async function sendPlan(ctx: Context, raw: z.input<typeof plainInput>): Promise<DeliberationSummary> {
  const input = parse(plainInput, raw);
  return act(ctx, 'send_plan', input, ({ tx, row, permit, now }) => {
    const on = shanghaiDate(now);
    return move(tx, row, permit, {
      set: { planSentOn: on },
      data: { version: row.planVersion ?? 0, on },
      actor: ctx.actor,
      at: now,
    });
  });
}
