import type { Context } from '@/lib/kernel/context';
import { wasAnswered } from '@/lib/replay/store';
import { replayName } from '../act';
import type { Action } from '../workflow';

/**
 * Whether this actor's action with this key was done already. For whoever sends the very same bytes again without having
 * read the answer: photos are stored anew each time, so the inputs differ and the replay would refuse them.
 */
export async function actedBefore(ctx: Context, request: { action: Action; clientId: string }): Promise<boolean> {
  return wasAnswered(ctx.db, ctx.actor, { name: replayName(request.action), key: request.clientId });
}
