import type { Community } from './community';
import { anOrder, type Made, perform } from './orders';

/** Twice not solved: at the street, and in the hands of the firm again. */
export async function reopenedTwice(c: Community): Promise<Made> {
  const order = await anOrder(c, { state: 'closed' });
  await perform(c, order.holder, 'reopen', order);
  await perform(c, 'limin', 'assign', order, { reason: '还是由物业来办。' });
  await perform(c, 'gaofeng', 'sign', order);
  await perform(c, 'gaofeng', 'submit_evidence', order);
  await perform(c, 'second-verifier', 'pass', order);
  await perform(c, order.holder, 'rate', order, { solved: 'no', stars: 1, reason: 'not_fixed' });
  await perform(c, 'jiedao', 'assign', order, { reason: '还是由物业来办。' });
  await perform(c, 'gaofeng', 'sign', order);
  return order;
}
