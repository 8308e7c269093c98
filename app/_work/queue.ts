import { listOrders, type OrderListItem } from '@/lib/orders/queries/list-orders';
import type { StaffContext } from '../_shell/enter';

/** Whether this reader may act on it; what they handled, asked for or are family of stands in the list and is left out. */
export const isTheirs = (order: Pick<OrderListItem, 'abilities'>): boolean =>
  order.abilities?.includes('pass') ?? false;

export interface QueuePlace {
  /** From 1; 0 when the order is not in the queue. */
  at: number;
  count: number;
  /** The order to look at after this one: the next by due time, else the first that is left. */
  next: string | null;
  /** The one before it by due time. */
  previous: string | null;
}

/** Where an order stands in the deck of those that may be decided. `queue` is sorted by due time. */
export function placeInQueue(queue: readonly Pick<OrderListItem, 'code' | 'abilities'>[], code: string): QueuePlace {
  const own = queue.filter(isTheirs);
  const index = own.findIndex((order) => order.code === code);
  const next = own[index + 1] ?? own.find((order) => order.code !== code);
  return { at: index + 1, count: own.length, next: next?.code ?? null, previous: own[index - 1]?.code ?? null };
}

/** The orders that wait for this verifier, the nearest due time first. */
export const loadQueue = async (ctx: StaffContext): Promise<OrderListItem[]> =>
  (await listOrders(ctx, { view: 'to_verify', limit: 200 })).items;
