import { and, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { account } from '../tables';

/** person → login, of accounts that are open; what has none is left out. */
export async function loginsByPerson(
  db: Pick<Reader, 'select'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const wanted = [...new Set(personIds)];
  for (let i = 0; i < wanted.length; i += 100) {
    const rows = await db
      .select({ login: account.login, personId: account.personId })
      .from(account)
      .where(and(inArray(account.personId, wanted.slice(i, i + 100)), isNull(account.disabledAt)));
    for (const { login, personId } of rows) found.set(personId, login);
  }
  return found;
}
