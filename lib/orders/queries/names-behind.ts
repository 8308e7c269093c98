import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { personNames } from '@/lib/people/queries/person-names';
import { orderContact, orders } from '../tables';

// A detail may be 门口; what has a number in it is somebody's door.
const doorOf = (detail: string | null): string | null => (detail && /\d/.test(detail) ? detail : null);

/**
 * What must not stand in a text for everybody about these orders: the names and phones of who asked, and their doors. For
 * a verb that refuses such a text; never to be shown.
 */
export async function namesBehind(db: Pick<Reader, 'select'>, orderIds: readonly string[]): Promise<string[]> {
  if (orderIds.length === 0) return [];
  const ids = [...orderIds];
  const asked = await db.select({ requesterId: orders.requesterId }).from(orders).where(inArray(orders.id, ids));
  const contacts = await db.select().from(orderContact).where(inArray(orderContact.orderId, ids));
  const accounts = await personNames(
    db,
    asked.flatMap(({ requesterId }) => requesterId ?? []),
  );
  return [
    ...[...accounts.values()].flatMap(({ zh, en }) => [zh, en]),
    ...contacts.flatMap(({ name, phone, detail }) => [name, phone, doorOf(detail)]),
  ].flatMap((one) => one?.trim() || []);
}
