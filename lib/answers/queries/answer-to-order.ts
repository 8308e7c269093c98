import type { Context } from '@/lib/kernel/context';
import { orderToAnswer } from '@/lib/orders/queries/order-to-answer';
import { answersAs } from '../policy';
import { answeredItems, isOrderOver } from '../status';
import { answersOfOrders } from './answers-of-orders';

export interface WayToAnswer {
  /** The answer that was given. */
  given: string | null;
  /** It may be given by this caller, now. */
  mayGive: boolean;
}

/** How an order is answered that its caller sees; null for what is no suggestion, or is not there for them. */
export async function answerToOrder(ctx: Context, { order }: { order: string }): Promise<WayToAnswer | null> {
  const found = await orderToAnswer(ctx.db, ctx.actor, { code: order }, ctx.now());
  if (!found?.sees || !answeredItems.includes(found.itemCode)) return null;
  const given = (await answersOfOrders(ctx, [order])).get(order) ?? null;
  const mayGive = given === null && !isOrderOver(found.status) && answersAs(ctx.actor, found, found) !== null;
  return { given, mayGive };
}
