import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { nextCaseSerial } from '@/lib/casework/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { orderToAnswer } from '@/lib/orders/queries/order-to-answer';
import { findHandler } from '@/lib/people/queries/find-handler';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { once } from '@/lib/replay/store';
import { notInPast } from '../days';
import { letterFacts, unitsOfLetter } from '../facts';
import { sendInput } from '../input';
import { maySend, standingOf } from '../policy';
import { insertLetter } from '../store';
import { type LetterSummary, summaryOf } from '../view';

/** Its work has not been handed in yet, so a reply can still keep it open. */
const stillOpen: readonly string[] = ['submitted', 'need_info', 'offered', 'assigned', 'in_progress', 'suspended'];

/**
 * 发工作联系单: several units are asked together, one of them leads. About an order or about a matter without one.
 * @throws forbidden who may not write for the community · not_found the order is not theirs to see · invalid a unit is not
 *   known or has nobody · rule the last day is over, the order is handed in or sealed, or it is a complaint about a unit
 */
export async function sendLetter(ctx: Context, raw: z.input<typeof sendInput>): Promise<LetterSummary> {
  const input = parse(sendInput, raw);
  if (!maySend(ctx.actor, input.community)) throw new DomainError('forbidden', 'letter.not_for_you');
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'letter.send', key: input.clientId, input }, async () => {
      const now = ctx.now();
      const today = shanghaiDate(now);
      notInPast(input.replyBy, today);
      const units = [
        { unit: input.lead, part: 'lead' as const },
        ...input.co.map((unit) => ({ unit, part: 'co' as const })),
      ];
      await knownUnits(tx, units, today);
      const order = input.order ? await orderOf(ctx, tx, { ...input, order: input.order }, now) : null;
      const series = `${await communityLetters(tx, input.community)}-LX-${today.slice(0, 4)}`;
      const serial = await nextCaseSerial(tx, series);
      const row = await insertLetter(
        tx,
        {
          id: newId(),
          code: `${series}-${String(serial).padStart(3, '0')}`,
          communityCode: input.community,
          streetCode: input.community.slice(0, 9),
          orderId: order?.id ?? null,
          orderCode: order?.code ?? null,
          sentBy: actorKey(ctx.actor),
          subject: input.subject,
          words: input.words,
          replyBy: input.replyBy,
          status: 'open',
          sentAt: now,
          leadRepliedAt: null,
          openDecisions: 0,
          endedAt: null,
          ended: null,
        },
        units,
        ctx.actor,
      );
      const rows = await unitsOfLetter(tx, row.id);
      return summaryOf(row, letterFacts(row, rows, ctx.actor, now), standingOf(ctx.actor, row, rows));
    }),
  );
}

/** A letter to a unit without anybody in it would lie. */
async function knownUnits(tx: Tx, units: { unit: string; part: 'lead' | 'co' }[], today: string): Promise<void> {
  for (const [at, { unit, part }] of units.entries()) {
    const found = await findHandler(tx, { unit }, today);
    if (found && found.members.length > 0) continue;
    const reason = found ? 'letter.unit_without_people' : 'letter.unit_unknown';
    const params = { unit: found?.name ?? unit };
    const path = part === 'lead' ? 'lead' : `co.${at - 1}`;
    throw new DomainError('invalid', reason, { params, issues: [{ path, reason, message: reason, params }] });
  }
}

async function orderOf(
  ctx: Context,
  tx: Tx,
  input: { order: string; community: string; lead: string; co: string[] },
  now: number,
): Promise<{ id: string; code: string }> {
  const order = await orderToAnswer(tx, ctx.actor, { code: input.order }, now);
  if (!order?.sees || order.communityCode !== input.community) throw new DomainError('not_found', 'order.not_found');
  if (!stillOpen.includes(order.status)) throw new DomainError('rule', 'letter.order_handed_in');
  if (order.isClosed) throw new DomainError('rule', 'letter.order_not_for_others');
  // 3.9: a complaint never reaches whom it is about.
  if (order.aboutUnit && [input.lead, ...input.co].includes(order.aboutUnit)) {
    throw new DomainError('rule', 'letter.to_its_subject');
  }
  return { id: order.id, code: order.code };
}
