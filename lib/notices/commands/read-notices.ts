import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { markRead } from '../store';

/** All of one's own notices are read. @returns how many were new */
export async function readNotices(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const { personId } = ctx.actor;
  return ctx.transaction((tx) => markRead(tx, personId, ctx.now()));
}
