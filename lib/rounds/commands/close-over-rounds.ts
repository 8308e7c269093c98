import { and, eq, lt } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { opinionRound } from '../tables';
import { closeRound } from './close-round';

/** A week for typing what came in on paper: then the clock closes what nobody has closed. */
const typingDays = 7;
const dayMs = 86_400_000;

/** Closes the rounds whose last day is a week ago. @returns how many */
export async function closeOverRounds(ctx: Context): Promise<number> {
  const before = shanghaiDate(ctx.now() - typingDays * dayMs);
  const over = await ctx.db
    .select({ code: opinionRound.code, version: opinionRound.version })
    .from(opinionRound)
    .where(and(eq(opinionRound.status, 'open'), lt(opinionRound.closesOn, before)))
    .orderBy(opinionRound.closesOn, opinionRound.id)
    .limit(100);
  let closed = 0;
  for (const { code, version } of over) {
    try {
      await closeRound(ctx, { code, version, clientId: `clock-close-${code}` });
      closed++;
    } catch (error) {
      // Somebody closed it meanwhile.
      if (!isDomainError(error)) throw error;
    }
  }
  return closed;
}
