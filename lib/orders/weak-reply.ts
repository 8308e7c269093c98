import type { Reader } from '@/lib/kernel/context';
import { refuseWeak, type SentReply } from '@/lib/replies/refuse-weak';
import { reviewReply } from '@/lib/replies/review';
import type { Shortcoming } from '@/lib/replies/rules';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import type { OrderRow } from './facts';

/**
 * Words to the requester are looked through before they leave, where who wrote them asked for it.
 * @returns for the event: what they lack, of a reply that was sent as it is
 * @throws rule `reply.weak`
 */
export async function lacksOf(
  tx: Reader,
  order: Pick<OrderRow, 'words' | 'itemCode'>,
  sent: SentReply & { words?: string },
): Promise<{ lacks?: Shortcoming[] }> {
  if (!sent.words || !(sent.reviewReply || sent.sendAsIs)) return {};
  const { nameZh } = await getItem(tx, order.itemCode);
  const lacks = refuseWeak(sent, reviewReply(order.words, sent.words, nameZh), 'words');
  return lacks.length > 0 ? { lacks } : {};
}
