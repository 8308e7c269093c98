import { newId } from '@/lib/kernel/ids';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { SideName } from './sides';

/** What every form of an order carries: on what it acts, what its reader had seen, and the key of one sending. */
export function OrderFields({
  order,
  side,
}: {
  order: Pick<OrderDetail, 'code' | 'version'> & Partial<Pick<OrderDetail, 'timeline'>>;
  side: SideName;
}) {
  return (
    <>
      <input type="hidden" name="side" value={side} />
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="seen" value={order.timeline?.at(-1)?.seq ?? 0} />
      <input type="hidden" name="clientId" value={newId()} />
    </>
  );
}
