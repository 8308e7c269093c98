import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { person } from '../tables';

/** person → the name that their account carries; empty where none was given. */
export async function namesByPerson(
  db: Pick<Reader, 'select'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const wanted = [...new Set(personIds)];
  for (let i = 0; i < wanted.length; i += 100) {
    const rows = await db
      .select({ id: person.id, name: person.displayName })
      .from(person)
      .where(inArray(person.id, wanted.slice(i, i + 100)));
    for (const { id, name } of rows) found.set(id, name);
  }
  return found;
}
