import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { planInput } from '../input';
import { addText, move } from '../store';
import { nextText } from '../texts';
import type { DeliberationSummary } from '../view';

/**
 * The plan that is talked about; each change is a version of its own, until it is sent to those who vote on it. Where they
 * did not pass it, it may be changed, and is sent anew.
 */
export async function writePlan(ctx: Context, raw: z.input<typeof planInput>): Promise<DeliberationSummary> {
  const input = parse(planInput, raw);
  return act(ctx, 'write_plan', input, async ({ tx, row, permit, now }) => {
    const text = await nextText(tx, row.id, 'plan', input, { byId: actorKey(ctx.actor), at: now });
    await addText(tx, text);
    return move(tx, row, permit, {
      set: { planVersion: text.version, planSentOn: null },
      data: { version: text.version, sha256: text.sha256 },
      actor: ctx.actor,
      at: now,
    });
  });
}
