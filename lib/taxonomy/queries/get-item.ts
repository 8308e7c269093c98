import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { item } from '../tables';

export type ItemRow = typeof item.$inferSelect;

/** One of the 56 items. @throws `invalid` `item.unknown`. */
export async function getItem(db: Reader, code: string): Promise<ItemRow> {
  const [row] = await db.select().from(item).where(eq(item.code, code));
  if (!row) throw new DomainError('invalid', 'item.unknown', { params: { code } });
  return row;
}
