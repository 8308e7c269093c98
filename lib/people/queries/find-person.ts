import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { loginKey } from '../input';
import { worksHere } from '../policy';
import { account, person } from '../tables';

export interface PersonView {
  personId: string;
  name: string;
  nameEn: string | null;
  householdCode: string | null;
  bornYear: number | null;
}

const columns = {
  personId: person.id,
  name: person.displayName,
  nameEn: person.nameEn,
  householdCode: person.householdCode,
  bornYear: person.bornYear,
};

/**
 * One person by account, id or phone number; null when there is none. Phones are not handed out.
 * Several persons of one phone (a family): none, as it says nobody in particular.
 * @throws forbidden `person.staff_only`
 */
export async function findPerson(
  ctx: Context,
  by: { account: string } | { personId: string } | { phone: string },
): Promise<PersonView | null> {
  if (!worksHere(ctx.actor)) throw new DomainError('forbidden', 'person.staff_only');
  const where =
    'account' in by
      ? eq(account.login, loginKey(by.account))
      : 'personId' in by
        ? eq(person.id, by.personId)
        : eq(person.phone, by.phone);
  const rows = await ctx.db
    .select(columns)
    .from(person)
    .leftJoin(account, eq(account.personId, person.id))
    .where(where)
    .limit(2);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
