import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { communityDesk } from '@/lib/people/queries/community-desk';
import { locatePlace } from '@/lib/places/queries/locate-place';
import type { PlaceView } from '@/lib/places/view';
import type { OrderRow } from './facts';
import { isHeld } from './held';

type CellPlace = PlaceView & { cellCode: string };

const atTo = (reason: string) =>
  new DomainError('invalid', reason, { issues: [{ path: 'to', reason, message: reason }] });

/** What the street keeps by rule, wherever it lies: a second reopening, an appeal, a complaint about a community (3.1.2). */
export const staysAtStreet = (order: Pick<OrderRow, 'reopenCount' | 'appealed' | 'aboutCommunity'>): boolean =>
  order.reopenCount >= 2 || order.appealed || order.aboutCommunity !== null;

/**
 * Where an order is to lie from now on: a cell of another community of the same street in which somebody dispatches
 * today, so that it never goes to where nobody looks; null where `to` is its own community, which it goes back to.
 * @throws invalid `order.transfer_unknown`, `order.transfer_needs_cell` · rule `order.transfer_outside`,
 *   `order.transfer_nobody`, `order.transfer_same`, `order.transfer_stays`, `order.transfer_joined`,
 *   `order.transfer_held`
 */
export async function transferTarget(ctx: Context, tx: Tx, order: OrderRow, to: string): Promise<CellPlace | null> {
  const found = await located({ ...ctx, db: tx }, to);
  if (found.communityCode === order.communityCode) {
    if (order.level === 'community') throw new DomainError('rule', 'order.transfer_same');
    if (staysAtStreet(order)) throw new DomainError('rule', 'order.transfer_stays');
  } else if (found.streetCode !== order.streetCode) throw new DomainError('rule', 'order.transfer_outside');
  const desk = await communityDesk({ db: tx, now: ctx.now }, found.communityCode);
  if (desk === 0) throw new DomainError('rule', 'order.transfer_nobody');
  if (found.communityCode === order.communityCode) return null;
  // What was joined to it stays in the desk's sight here, and would follow an order that is out of it.
  if (order.households !== null) throw new DomainError('rule', 'order.transfer_joined');
  // A letter and the parts stay with the community that they were written in.
  if (await isHeld(tx, order.id)) throw new DomainError('rule', 'order.transfer_held');
  if (!found.cellCode) throw atTo('order.transfer_needs_cell');
  return { ...found, cellCode: found.cellCode };
}

async function located(ctx: Context, to: string): Promise<PlaceView> {
  try {
    return await locatePlace(ctx, { areaCode: to });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw atTo('order.transfer_unknown');
  }
}
