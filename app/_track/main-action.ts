import type { Status } from '@/lib/orders/status';

/** What the requester is most likely here for: answering before rating, rating before telling more. */
export const mainAction = (abilities: readonly string[]): string | undefined =>
  ['supplement', 'rate', 'appeal', 'note', 'reopen'].find((action) => abilities.includes(action));

/**
 * Withdrawn, or closed with nothing left to ask for: whoever still needs it, or has it again, can only report it anew. What
 * was declined has other ways (3.1), and in a browser of staff what is open to the requester is hidden and not over.
 * `abilities`: all of the requester's, also where a message's link is for one of them.
 */
export function isPast(order: { status: Status; abilities?: readonly string[] }, staffBrowser: boolean): boolean {
  if (order.status === 'withdrawn') return true;
  return order.status === 'closed' && !staffBrowser && mainAction(order.abilities ?? []) === undefined;
}
