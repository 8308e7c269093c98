import { and, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { visibleTo } from '../policy';
import { deliberation } from '../tables';

/** Titles of the cases with these numbers that the caller may see: for lines that name a case by its number alone. */
export async function titlesOfCases(
  ctx: Context,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ code: deliberation.code, title: deliberation.title, titleEn: deliberation.titleEn })
    .from(deliberation)
    .where(and(inArray(deliberation.code, [...new Set(codes)]), visibleTo(ctx.actor)))
    .orderBy(deliberation.code);
  return new Map(rows.map(({ code, title, titleEn }) => [code, { zh: title, en: titleEn ?? title }] as const));
}
