import { eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { claimLimit, claimQuotaKey, restsUntil } from '../quota';
import { orderQuota } from '../tables';

/** What a volunteer should know before pressing: the same two rules that the claim itself looks at (3.11). */
export interface ClaimStanding {
  /** Orders held open, of `limit`. */
  open: number;
  limit: number;
  /** Rests after two late releases until then; epoch milliseconds. */
  restsUntil: number | null;
}

/** How the person stands to claiming; nobody signed in holds nothing. */
export async function claimStanding(ctx: Context): Promise<ClaimStanding> {
  if (ctx.actor.kind !== 'person') return { open: 0, limit: claimLimit, restsUntil: null };
  const { personId } = ctx.actor;
  const [row] = await ctx.db
    .select({ used: orderQuota.used })
    .from(orderQuota)
    .where(eq(orderQuota.key, claimQuotaKey(personId)));
  return { open: row?.used ?? 0, limit: claimLimit, restsUntil: await restsUntil(ctx.db, personId, ctx.now()) };
}
