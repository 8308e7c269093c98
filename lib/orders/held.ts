import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { heldBy } from './queries/held-by';

/**
 * An order is not done while something that was asked of others about it is still owed (M45). Asked when the work is handed in
 * and again when it is passed, since what holds it may have been begun in between.
 * @throws rule `order.letter_open`
 */
export async function refuseHeld(tx: Tx, orderId: string): Promise<void> {
  const letter = await heldBy(tx, orderId);
  if (letter) throw new DomainError('rule', 'order.letter_open', { params: { letter } });
}
