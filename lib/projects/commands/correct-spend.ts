import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { correctSpendInput } from '../input';
import { correctionOf, takeBack } from '../store';
import { projectSpend } from '../tables';
import type { ProjectSummary } from '../view';

/**
 * 冲回: takes a payment that was entered wrongly out of the sum by an entry of its own; both stay in public, and the right
 * one is entered anew. The secretary does, so that nobody undoes what they wrote themselves.
 * @throws not_found no such payment, or it is a correction or was corrected already
 */
export async function correctSpend(ctx: Context, raw: z.input<typeof correctSpendInput>): Promise<ProjectSummary> {
  const input = parse(correctSpendInput, raw);
  return act(ctx, 'correct_spend', input, async ({ tx, row, permit, now }) => {
    const [wrong] = await tx
      .select()
      .from(projectSpend)
      .where(and(eq(projectSpend.projectId, row.id), eq(projectSpend.id, input.spend)));
    const unknown = new DomainError('not_found', 'project.no_such_spend');
    if (!wrong || wrong.amountFen < 0) throw unknown;
    const entry = {
      ...wrong,
      id: correctionOf(wrong.id),
      on: shanghaiDate(now),
      label: input.reason,
      amountFen: -wrong.amountFen,
      byId: actorKey(ctx.actor),
      at: now,
    };
    const taken = await takeBack(tx, row, permit, entry, { actor: ctx.actor, at: now });
    if (!taken) throw unknown;
    return taken;
  });
}
