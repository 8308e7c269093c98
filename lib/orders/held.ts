import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { openChildrenOf } from './queries/children-of';
import { heldBy } from './queries/held-by';

/** Whether others still owe something about it; then it neither follows another order nor leaves its community. */
export async function isHeld(tx: Tx, orderId: string): Promise<boolean> {
  return (await heldBy(tx, orderId)) !== null || (await openChildrenOf(tx, orderId)).length > 0;
}

/**
 * An order is not done while something that was asked of others about it is still owed (M45). Asked when the work is handed in
 * and again when it is passed, since what holds it may have been begun in between.
 * @throws rule `order.letter_open`, `order.children_open`
 */
export async function refuseHeld(tx: Tx, orderId: string): Promise<void> {
  const letter = await heldBy(tx, orderId);
  if (letter) throw new DomainError('rule', 'order.letter_open', { params: { letter } });
  const open = await openChildrenOf(tx, orderId);
  if (open.length > 0) {
    throw new DomainError('rule', 'order.children_open', { params: { codes: open.map(({ code }) => code).join(' ') } });
  }
}
