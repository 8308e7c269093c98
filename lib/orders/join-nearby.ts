import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Actor, Tx } from '@/lib/kernel/context';
import { decide } from './decide';
import { type OrderRow, orderFacts } from './facts';
import { joinMain, mainStatuses, whyNotJoined } from './merging';
import { standingOf } from './policy';
import { reportOf, similarTo } from './queries/similar-to';
import { joinTokenOf } from './secrets';
import { transition } from './store';
import { orders } from './tables';

/**
 * What any neighbour may be told of while they write: work that is still to be done, nothing that is sealed, and no complaint
 * about somebody (3.1.1, 3.9).
 */
export const tellableNearby = (): SQL | undefined =>
  and(
    inArray(orders.status, [...mainStatuses]),
    eq(orders.sealed, false),
    eq(orders.confidential, false),
    isNull(orders.aboutUnit),
    isNull(orders.aboutCommunity),
  );

const rule: Actor = { kind: 'system', name: 'rule' };

/**
 * 我也遇到: a new order follows the one that its requester was shown, in the same transaction. Where that is not so near any
 * more, or may not be, it stays an order by itself, and so does whatever speaks of danger: that waits for nobody.
 * @param token of the order that was shown (`joinTokenOf`)
 */
export async function joinNearby(tx: Tx, order: OrderRow, token: string, now: number): Promise<OrderRow> {
  if (order.urgency === 'U1') return order;
  const found = await similarTo(tx, reportOf(order, []), tellableNearby());
  const main = found.find((one) => one.order.id !== order.id && joinTokenOf(one.order.id) === token)?.order;
  if (!main || whyNotJoined(order, main)) return order;
  const standing = standingOf(rule, order, { parts: new Set(), offer: null, volunteer: null, now });
  const decision = decide('merge', orderFacts(order, now, rule), standing);
  if (!decision.ok) return order;
  const { to, set, data, next } = await joinMain(tx, order, main, now);
  const event = { type: 'order.merged', actor: rule, data, at: now } as const;
  return next(await transition(tx, order, decision.permit, to, set, event));
}
