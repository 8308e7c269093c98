import type { Context } from '@/lib/kernel/context';
import { seenEveryMs } from '../sessions';
import { touchSession as touch } from '../store';

/** Notes that a session was used, at most once a minute. */
export async function touchSession(ctx: Context, input: { sessionId: string; lastSeenAt: number }): Promise<void> {
  const now = Date.now();
  if (now - input.lastSeenAt < seenEveryMs) return;
  await ctx.transaction((tx) => touch(tx, input.sessionId, now, now - seenEveryMs));
}
