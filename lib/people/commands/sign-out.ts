import type { Context } from '@/lib/kernel/context';
import { revokeSessionsOf } from '../store';

/** Ends the session of this call. Without one there is nothing to do. */
export async function signOut(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return;
  await ctx.transaction((tx) => revokeSessionsOf(tx, actor.personId, Date.now(), { only: actor.sessionId }));
}
