import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { areaNames } from '@/lib/places/queries/area-names';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { findOrderById, type OrderRow } from '../facts';
import { linkTokenOf } from '../secrets';
import { orderContact } from '../tables';
import { timeOrNull } from '../view';

/** The little of an order that may leave the house; no name, no phone, no door, nothing that anybody wrote. */
export interface OutsideFacts {
  code: string;
  /** Sealed, or about somebody: outside it is a number and nothing else. */
  numberOnly: boolean;
  urgent: boolean;
  item: { code: string; zh: string };
  cell: { code: string; zh: string };
  /** RFC 3339; null where no clock runs. */
  dueAt: string | null;
  dueMs: number | null;
}

/** Which group learns of an order: its community's, at street level the street's; of one about somebody, none. */
export const groupAreaOf = (
  order: Pick<OrderRow, 'level' | 'streetCode' | 'communityCode' | 'aboutUnit' | 'aboutCommunity'>,
): string | null => {
  if (order.aboutUnit !== null || order.aboutCommunity !== null) return null;
  return order.level === 'street' ? order.streetCode : order.communityCode;
};

/** What of an order may be told outside now; null when there is no such order. */
export async function outsideFacts(
  ctx: Context,
  orderId: string,
): Promise<(OutsideFacts & { order: OrderRow }) | null> {
  const order = await findOrderById(ctx.db, orderId);
  if (!order) return null;
  const [item, areas] = await Promise.all([getItem(ctx.db, order.itemCode), areaNames(ctx.db, [order.cellCode])]);
  const dueAt = timeOrNull(order.dueAt);
  return {
    order,
    code: order.code,
    numberOnly: order.sealed || order.aboutUnit !== null || order.aboutCommunity !== null,
    urgent: order.urgency === 'U1',
    item: { code: item.code, zh: item.nameZh },
    cell: { code: order.cellCode, zh: areas.get(order.cellCode)?.zh ?? order.cellCode },
    dueAt,
    dueMs: dueAt === null ? null : order.dueAt,
  };
}

/** The phone that was left with an order for the platform to call (3.1.4); null when none was, or it is gone. */
export async function phoneOfOrder(ctx: Context, orderId: string): Promise<string | null> {
  const [contact] = await ctx.db
    .select({ phone: orderContact.phone })
    .from(orderContact)
    .where(eq(orderContact.orderId, orderId));
  return contact?.phone ?? null;
}

/** The single-use link of 请您评单 (3.1.4) that the passing of this event opened. */
export const ratingTokenOf = (orderId: string, seq: number): string => linkTokenOf(orderId, 'rate', String(seq));
