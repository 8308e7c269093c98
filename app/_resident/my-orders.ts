import { cookies } from 'next/headers';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { myOrdersCookie, readMyCodes } from './my-orders-cookie';

export interface MyOrder {
  order: OrderDetail;
  /** The page that tracks it. */
  href: string;
}

export interface MyOrders {
  orders: MyOrder[];
  /** Pages of anonymous orders, of which nothing is shown before their PIN is; newest first. */
  locked: string[];
}

/**
 * One order by a code that this browser keeps; `locked` when it wants its PIN, null when the code opens nothing any more.
 * `open` alone when it is not to be loaded.
 */
async function byCode(ctx: Context, code: string, isWanted: boolean): Promise<MyOrder | 'open' | 'locked' | null> {
  try {
    const actor = await openByCode(ctx, { code });
    return isWanted ? { order: await getOrder({ ...ctx, actor }, { code }), href: `/t/${code}` } : 'open';
  } catch (error) {
    if (isDomainError(error)) return error.reason === 'order.pin_needed' ? 'locked' : null;
    throw error;
  }
}

/** Orders that the signed-in person asked for themselves, not those that they typed for others. */
async function ofPerson(ctx: Context, limit: number): Promise<MyOrder[]> {
  if (ctx.actor.kind !== 'person') return [];
  const { items } = await listOrders(ctx, { view: 'requested', limit });
  const orders = await Promise.all(items.map(({ code }) => getOrder(ctx, { code })));
  return orders
    .filter((order) => order.relations.includes('requester'))
    .map((order) => ({ order, href: `/t/${order.code}` }));
}

/**
 * What was sent from this browser and what the signed-in person sent, newest first. A code that opens nothing ends the
 * look-up of those behind it: they are older, and each unknown code counts against this address.
 */
export async function loadMyOrders(ctx: Context, limit = 20): Promise<MyOrders> {
  const found: MyOrder[] = [];
  const locked: string[] = [];
  for (const code of readMyCodes((await cookies()).get(myOrdersCookie)?.value)) {
    // The codes are in the order of sending, so no older one can come before those that were loaded.
    const mine = await byCode(ctx, code, found.length < limit);
    if (!mine) break;
    if (mine === 'locked') locked.push(`/t/${code}`);
    else if (mine !== 'open') found.push(mine);
  }
  const known = new Set(found.map(({ order }) => order.code));
  const more = (await ofPerson(ctx, limit)).filter(({ order }) => !known.has(order.code));
  const orders = [...found, ...more]
    .sort((a, b) => (b.order.submittedAt ?? '').localeCompare(a.order.submittedAt ?? ''))
    .slice(0, limit);
  return { orders, locked: locked.slice(0, limit) };
}
