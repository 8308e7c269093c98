import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { dispatchUrgent } from '../assign-by-rule';
import { openChildrenOf } from '../queries/children-of';
import { mostChildren, splitInput } from '../split-input';
import { dropChild, makeChild } from '../splitting';
import type { OrderSummary } from '../view';

/**
 * 拆单: each part is an order with a clock and a holder of its own, and ends before the whole does. The whole keeps its state,
 * its holder and its due times: what was promised to its requester is not moved by how the work is shared out.
 * @throws not_found `order.child_unknown` a number that is no open part of it · rule `order.child_begun`,
 *   `order.too_many_children`
 */
export async function splitOrder(ctx: Context, raw: z.input<typeof splitInput>): Promise<OrderSummary> {
  const input = parse(splitInput, raw);
  return act(ctx, 'split', input, async ({ tx, order, now, relation, calendar }) => {
    const open = await openChildrenOf(tx, order.id);
    const dropped = [...new Set(input.drop)];
    for (const code of dropped) {
      const child = open.find((one) => one.code === code);
      if (!child) throw new DomainError('not_found', 'order.child_unknown', { params: { code } });
      await dropChild(tx, child, order.code, now);
    }
    if (open.length - dropped.length + input.parts.length > mostChildren) {
      throw new DomainError('rule', 'order.too_many_children', { params: { most: mostChildren } });
    }
    const children: string[] = [];
    for (const part of input.parts) {
      const by = { actor: ctx.actor, relation, now, calendar: await calendar() };
      const child = await makeChild(tx, order, part, by);
      await dispatchUrgent(tx, child, now, by.calendar);
      children.push(child.code);
    }
    return { to: order.status, set: { intakeAt: order.intakeAt ?? now }, data: { children, dropped } };
  });
}
