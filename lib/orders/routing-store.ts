import type { Tx } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { enqueue } from '@/lib/outbox/store';
import { orderRouting } from './tables';

type Row = Omit<typeof orderRouting.$inferInsert, 'id'>;

/** Keeps what the rules said of an order. Where one of them was broken, the desk is told after the commit. */
export async function addRouting(tx: Tx, row: Row): Promise<void> {
  await tx.insert(orderRouting).values({ id: newId(), ...row });
  if (row.broken.length === 0) return;
  const rules = row.broken.map(({ id, version }) => `${id}@${version}`);
  await enqueue(tx, 'routing.broke', { orderId: row.orderId, rules });
}
