import { inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { area } from '../tables';

/** code → name of areas, ended ones too: a role that was held in one still names it. */
export async function areaNames(
  db: Pick<Reader, 'select'>,
  codes: string[],
): Promise<Map<string, { zh: string; en: string }>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select({ code: area.code, zh: area.nameZh, en: area.nameEn })
    .from(area)
    .where(inArray(area.code, [...new Set(codes)]));
  return new Map(rows.map(({ code, ...name }) => [code, name]));
}
