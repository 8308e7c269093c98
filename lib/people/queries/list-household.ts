import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { person } from '../tables';

/** Persons of one household of the register; the same household takes rights away (3.1.1). */
export async function listHousehold(db: Pick<Reader, 'select'>, householdCode: string): Promise<string[]> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.householdCode, householdCode))
    .orderBy(person.id);
  return rows.map((row) => row.id);
}

/** The household of one person; null when none is known. */
export async function householdOf(db: Pick<Reader, 'select'>, personId: string): Promise<string | null> {
  const rows = await db.select({ code: person.householdCode }).from(person).where(eq(person.id, personId));
  return rows[0]?.code ?? null;
}
