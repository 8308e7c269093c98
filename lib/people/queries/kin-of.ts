import { eq, or } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { person, personTie } from '../tables';

/** Ids of the people with whom a tie is declared, in whichever order it was. */
export async function tiesOf(db: Reader, personId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(personTie)
    .where(or(eq(personTie.personA, personId), eq(personTie.personB, personId)));
  return rows.map((row) => (row.personA === personId ? row.personB : row.personA));
}

/** Everybody of a household in the register, and everybody with a declared tie to a person (R8). */
export async function kinOf(
  db: Reader,
  of: { personId: string | null; householdCode: string | null },
): Promise<ReadonlySet<string>> {
  const tied = of.personId === null ? [] : await tiesOf(db, of.personId);
  if (of.householdCode === null) return new Set(tied);
  const home = await db.select({ id: person.id }).from(person).where(eq(person.householdCode, of.householdCode));
  return new Set([...tied, ...home.map(({ id }) => id)]);
}
