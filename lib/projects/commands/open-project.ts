import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { refuseNamed } from '@/lib/casework/public-words';
import { nextCaseSerial } from '@/lib/casework/store';
import { passedDecision } from '@/lib/deliberation/queries/passed-decision';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { namesBehind } from '@/lib/orders/queries/names-behind';
import { ordersByCode } from '@/lib/orders/queries/orders-by-code';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { once } from '@/lib/replay/store';
import { refusePast } from '../days';
import { projectFacts } from '../facts';
import { openInput } from '../input';
import { mayOpen, standingOf } from '../policy';
import { addBudget, addSources, insertProject } from '../store';
import { type ProjectSummary, summaryOf } from '../view';

/**
 * Puts a project on the list: what, where, for how much, of which money, and until when.
 * @throws forbidden only the secretary of the community does · not_found an order that is none of the community's ·
 *   rule the date is in the past, or no such decision was passed in the community
 */
export async function openProject(ctx: Context, raw: z.input<typeof openInput>): Promise<ProjectSummary> {
  const input = parse(openInput, raw);
  if (!mayOpen(ctx.actor, input.community)) throw new DomainError('forbidden', 'project.not_for_you');
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'project.open', key: input.clientId, input }, async () => {
      const now = ctx.now();
      const today = shanghaiDate(now);
      refusePast(input.dueOn, now);
      const { deliberation = null } = input;
      if (deliberation && !(await passedDecision(tx, { community: input.community, code: deliberation }))) {
        throw new DomainError('rule', 'project.no_decision', { params: { code: deliberation } });
      }
      const sources = await ordersByCode(tx, input.community, input.orders);
      const { title, titleEn, words, place } = input;
      refuseNamed(
        { title, titleEn, words, place },
        await namesBehind(
          tx,
          sources.map((order) => order.id),
        ),
      );
      const series = `${await communityLetters(tx, input.community)}-BS-${today.slice(0, 4)}`;
      const code = `${series}-${String(await nextCaseSerial(tx, series)).padStart(3, '0')}`;
      const row = await insertProject(
        tx,
        {
          id: newId(),
          code,
          communityCode: input.community,
          streetCode: input.community.slice(0, 9),
          title: input.title,
          titleEn: input.titleEn || null,
          words: input.words,
          place: input.place,
          status: 'planned',
          budgetFen: input.budgetFen,
          spentFen: 0,
          fundings: input.fundings,
          plannedOn: today,
          firstDueOn: input.dueOn,
          dueOn: input.dueOn,
          startedOn: null,
          completedOn: null,
          deliberationCode: deliberation,
          openedBy: actorKey(ctx.actor),
          openedAt: now,
        },
        { actor: ctx.actor, relation: 'secretary' },
        {
          code,
          budgetFen: input.budgetFen,
          dueOn: input.dueOn,
          sources: sources.map((order) => order.code),
          ...(deliberation && { deliberation }),
        },
      );
      await addBudget(tx, {
        projectId: row.id,
        version: 1,
        amountFen: input.budgetFen,
        deliberationCode: deliberation,
        reason: input.words,
        at: now,
      });
      await addSources(
        tx,
        row.id,
        sources.map((order) => order.id),
      );
      return summaryOf(row, await projectFacts(tx, row, now), standingOf(ctx.actor, row));
    }),
  );
}
