import type { Context } from '@/lib/kernel/context';
import { wasAnswered } from '@/lib/replay/store';
import { hit } from '@/lib/throttle/throttle';

/**
 * Counts what anybody may send without a login against their address; the same form sent again is none.
 * @throws too_many `throttle.comment_address`
 */
export async function countComment(ctx: Context, form: { name: string; key: string }): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  if (await wasAnswered(ctx.db, ctx.actor, form)) return;
  await hit(ctx, 'comment.address', ctx.caller.address);
}
