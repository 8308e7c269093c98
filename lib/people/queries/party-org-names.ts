import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { partyOrg } from '../tables';

/** code → name of party organisations, dissolved ones too: the history keeps in whose name somebody acted. */
export async function partyOrgNames(
  db: Pick<Reader, 'select'>,
  codes: string[],
): Promise<Map<string, { zh: string; en: string }>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select({ code: partyOrg.code, zh: partyOrg.nameZh, en: partyOrg.nameEn })
    .from(partyOrg)
    .where(inArray(partyOrg.code, codes));
  return new Map(rows.map(({ code, ...name }) => [code, name]));
}
