import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { linkInput } from '../input';
import { linkedCases } from '../linked';
import { move } from '../store';
import type { AnswerSummary } from '../view';

/** Which deliberation or project the matter went to. @throws not_found one that is not there, or is another community's */
export async function linkAnswer(ctx: Context, raw: z.input<typeof linkInput>): Promise<AnswerSummary> {
  const input = parse(linkInput, raw);
  return act(ctx, 'link', input, async ({ tx, row, permit, now }) => {
    const linked = await linkedCases({ ...ctx, db: tx }, row.communityCode, input);
    return move(tx, row, permit, {
      set: {
        deliberationCode: linked.deliberation ?? row.deliberationCode,
        projectCode: linked.project ?? row.projectCode,
      },
      data: linked,
      actor: ctx.actor,
      at: now,
    });
  });
}
