import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { refuseNamed } from '@/lib/casework/public-words';
import { nextCaseSerial } from '@/lib/casework/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { namesBehind } from '@/lib/orders/queries/names-behind';
import { orderToAnswer } from '@/lib/orders/queries/order-to-answer';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { once } from '@/lib/replay/store';
import { giveInput } from '../input';
import { linkedCases } from '../linked';
import { answersAs, standingOf } from '../policy';
import { refusePastDue, refuseWeighedToCome } from '../promise';
import { answeredItems, isOrderOver } from '../status';
import { insertAnswer } from '../store';
import { type AnswerSummary, summaryOf } from '../view';

/**
 * 审议—答复: decides a suggestion and says so to everybody, with the reason, and with a date when anything is adopted.
 * One answer an order; what is said later stands beside it.
 * @throws not_found an order that the actor may not see · forbidden neither the desk's nor who works on it, or one's own ·
 *   rule no suggestion, or over; a date that cannot be; a text that names who asked · conflict answered by somebody else
 */
export async function giveAnswer(ctx: Context, raw: z.input<typeof giveInput>): Promise<AnswerSummary> {
  const input = parse(giveInput, raw);
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'answer.give', key: input.clientId, input }, async () => {
      const now = ctx.now();
      const today = shanghaiDate(now);
      const order = await orderToAnswer(tx, ctx.actor, { code: input.order }, now);
      if (!order?.sees) throw new DomainError('not_found', 'order.not_found');
      const relation = answersAs(ctx.actor, order, order);
      if (!relation) throw new DomainError('forbidden', 'answer.not_for_you');
      if (!answeredItems.includes(order.itemCode)) throw new DomainError('rule', 'answer.no_suggestion');
      if (isOrderOver(order.status)) throw new DomainError('rule', 'answer.order_over');
      refuseWeighedToCome(input.weighedOn, today);
      refusePastDue(input.dueOn, today);
      const { title, titleEn, words, wordsEn, reason } = input;
      refuseNamed({ title, titleEn, words, wordsEn, reason }, await namesBehind(tx, [order.id]));
      const linked = await linkedCases({ ...ctx, db: tx }, order.communityCode, input);
      const series = `${await communityLetters(tx, order.communityCode)}-DF-${today.slice(0, 4)}`;
      const serial = await nextCaseSerial(tx, series);
      const id = newId();
      const dueOn = input.dueOn ?? null;
      const row = await insertAnswer(
        tx,
        {
          id,
          code: `${series}-${String(serial).padStart(3, '0')}`,
          orderId: order.id,
          communityCode: order.communityCode,
          streetCode: order.streetCode,
          title: input.title,
          titleEn: input.titleEn || null,
          decision: input.decision,
          status: input.decision === 'not_adopted' ? 'closed' : 'promised',
          weighedBy: input.weighedBy,
          weighedOn: input.weighedOn,
          dueOn,
          doneOn: null,
          deliberationCode: linked.deliberation ?? null,
          projectCode: linked.project ?? null,
          at: now,
        },
        {
          answerId: id,
          version: 1,
          words: input.words,
          wordsEn: input.wordsEn || null,
          reason: input.reason,
          dueOn,
          photos: [],
          byId: actorKey(ctx.actor),
          at: now,
        },
        { actor: ctx.actor, relation },
      );
      return summaryOf(row, standingOf(ctx.actor, row, order));
    }),
  );
}
