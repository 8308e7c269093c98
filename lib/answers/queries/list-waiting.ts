import type { Context } from '@/lib/kernel/context';
import { listOrders, type OrderListItem } from '@/lib/orders/queries/list-orders';
import { openStatuses } from '@/lib/orders/status';
import { waitingItem } from '../status';
import { answersOfOrders } from './answers-of-orders';

/**
 * The suggestions of a community that are open and have no answer yet, as this person sees them, the nearest due time
 * first. At most 200: a desk with more has another trouble than this list.
 */
export async function listWaiting(ctx: Context, { community }: { community: string }): Promise<OrderListItem[]> {
  const { items } = await listOrders(ctx, {
    item: waitingItem,
    status: openStatuses.join(','),
    area: community,
    limit: 200,
  });
  const answered = await answersOfOrders(
    ctx,
    items.map(({ code }) => code),
  );
  return items.filter(({ code }) => !answered.has(code));
}
