import { undoMs } from '@/lib/orders/conditions';
import type { OrderDetail } from '@/lib/orders/queries/get-order';

/** Until when what was just sent may be set right or taken back; null once it may not. Epoch milliseconds. */
export function undoUntil(order: Pick<OrderDetail, 'abilities' | 'submittedAt'>): number | null {
  if (!order.abilities?.includes('amend') || !order.submittedAt) return null;
  return Date.parse(order.submittedAt) + undoMs;
}
