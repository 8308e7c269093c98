import { and, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { account } from '../tables';

/** login → person, of accounts that are open; what is not there is left out. */
export async function personsByLogin(
  db: Pick<Reader, 'select'>,
  logins: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const wanted = [...new Set(logins)];
  for (let i = 0; i < wanted.length; i += 100) {
    const rows = await db
      .select({ login: account.login, personId: account.personId })
      .from(account)
      .where(and(inArray(account.login, wanted.slice(i, i + 100)), isNull(account.disabledAt)));
    for (const { login, personId } of rows) found.set(login, personId);
  }
  return found;
}
