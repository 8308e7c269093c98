import { eq } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { account, person } from '../tables';

export interface PersonContact {
  name: string;
  phone: string | null;
  householdCode: string | null;
  account: string | null;
}

/**
 * Name and phone of one person of the register, for a command or view that has already decided who may see it
 * (one's own, or a reveal that is logged). Null when there is no such person.
 */
export async function getContact(db: Pick<Reader, 'select'>, personId: string): Promise<PersonContact | null> {
  const rows = await db
    .select({
      name: person.displayName,
      phone: person.phone,
      householdCode: person.householdCode,
      account: account.login,
    })
    .from(person)
    .leftJoin(account, eq(account.personId, person.id))
    .where(eq(person.id, personId));
  return rows[0] ?? null;
}
