import type { Context } from '@/lib/kernel/context';
import { touchSession as touch } from '../store';

const minuteMs = 60_000;

/** Notes that a session was used, at most once a minute: a page that is read a hundred times writes once. */
export async function touchSession(ctx: Context, input: { sessionId: string; lastSeenAt: number }): Promise<void> {
  const now = Date.now();
  if (now - input.lastSeenAt < minuteMs) return;
  await ctx.transaction((tx) => touch(tx, input.sessionId, now, now - minuteMs));
}
