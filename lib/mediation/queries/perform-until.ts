import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { visibleTo } from '../policy';
import { mediation, mediationAgreement } from '../tables';

/**
 * By when each of these agreements is to be performed (31), by the number of its case: `YYYY-MM-DD`, that day included; null
 * where no day was agreed. Cases that the caller stands outside of, and those without agreement, are not there.
 */
export async function performUntil(ctx: Context, codes: readonly string[]): Promise<Map<string, string | null>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ code: mediation.code, until: mediationAgreement.performUntil })
    .from(mediationAgreement)
    .innerJoin(mediation, eq(mediation.id, mediationAgreement.mediationId))
    .where(and(visibleTo(ctx.actor, ctx.db), inArray(mediation.code, [...codes])))
    .orderBy(mediation.code, desc(mediationAgreement.version));
  const found = new Map<string, string | null>();
  for (const { code, until } of rows) if (!found.has(code)) found.set(code, until);
  return found;
}
