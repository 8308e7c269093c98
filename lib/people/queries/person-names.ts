import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { person } from '../tables';

/** id → name, for staff shown beside what they did; of whom only a number is known, its last four digits. */
export async function personNames(
  db: Pick<Reader, 'select'>,
  ids: string[],
): Promise<Map<string, { zh: string; en: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: person.id, name: person.displayName, en: person.nameEn, tail: person.phoneTail })
    .from(person)
    .where(inArray(person.id, ids));
  return new Map(
    rows.map(({ id, name, en, tail }) => {
      const zh = name || `****${tail ?? ''}`;
      return [id, { zh, en: en ?? zh }];
    }),
  );
}
