import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { person } from '../tables';

/** Ids of everybody in the register with one of these phones, several where a family shares one. For rules, never shown. */
export async function personsByPhone(db: Pick<Reader, 'select'>, phones: readonly string[]): Promise<string[]> {
  if (phones.length === 0) return [];
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(inArray(person.phone, [...phones]));
  return rows.map(({ id }) => id);
}
