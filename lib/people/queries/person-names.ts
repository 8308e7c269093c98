import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { person } from '../tables';

/** id → name, for staff shown beside what they did. */
export async function personNames(
  db: Pick<Reader, 'select'>,
  ids: string[],
): Promise<Map<string, { zh: string; en: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: person.id, zh: person.displayName, en: person.nameEn })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(rows.map((row) => [row.id, { zh: row.zh, en: row.en ?? row.zh }]));
}
