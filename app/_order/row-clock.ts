import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import type { StateFacts } from './order-state';
import type { RunningClock } from './remaining';

/** Where the clock does not run against anybody: the resident is asked, or has the rating window. */
const stopped: readonly string[] = ['need_info', 'suspended'];

/** The clock of a list row; null where none runs. After the verifier only the resident's rating is awaited. */
export function clockOfRow(order: Pick<OrderListItem, 'status' | 'dueAt' | 'used'>, now: number): RunningClock | null {
  if (!order.dueAt || order.status === 'awaiting_rating') return null;
  const dueAt = Date.parse(order.dueAt);
  return {
    startedAt: dueAt,
    dueAt,
    now,
    usedShare: order.used ?? 0,
    paused: stopped.includes(order.status),
  };
}

/** What the state chip looks at. Only code and state are known of an order that is out of sight. */
export function stateOf(
  order: Pick<OrderListItem, 'status' | 'level' | 'comeback' | 'counts' | 'closing'>,
): StateFacts {
  return {
    status: order.status,
    level: order.level ?? 'community',
    comeback: order.comeback ?? 'none',
    reworkCount: order.counts?.rework ?? 0,
    reopenCount: order.counts?.reopen ?? 0,
    closing: order.closing,
  };
}
