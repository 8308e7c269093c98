import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { personNames } from '@/lib/people/queries/person-names';
import { orderContact, orders } from '../tables';

/**
 * What must not stand in a text for everybody about this order: the name and phone of who asked, and their door. For a
 * verb that refuses such a text; never to be shown.
 */
export async function namesBehind(db: Reader, orderId: string): Promise<string[]> {
  const [order] = await db.select({ requesterId: orders.requesterId }).from(orders).where(eq(orders.id, orderId));
  const [contact] = await db.select().from(orderContact).where(eq(orderContact.orderId, orderId));
  const ids = order?.requesterId ? [order.requesterId] : [];
  const account = (await personNames(db, ids)).get(ids[0] ?? '')?.zh;
  // A detail may be 门口; what has a number in it is somebody's door.
  const door = contact?.detail && /\d/.test(contact.detail) ? contact.detail : null;
  return [contact?.name, contact?.phone, account, door].flatMap((one) => {
    const text = one?.trim() ?? '';
    return [...text].length >= 2 ? text : [];
  });
}
