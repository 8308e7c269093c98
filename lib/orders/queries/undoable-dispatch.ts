import { and, eq } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { undoDispatchMs } from '../conditions';
import { orderEvent, orders } from '../tables';

/** The dispatch that this actor made within the last seconds and nobody has touched since; null where there is none. */
export async function undoableDispatch(ctx: Context, { code }: { code: string }): Promise<{ version: number } | null> {
  const [last] = await ctx.db
    .select({ version: orders.version, type: orderEvent.type, actor: orderEvent.actor, at: orderEvent.at })
    .from(orders)
    .innerJoin(orderEvent, and(eq(orderEvent.orderId, orders.id), eq(orderEvent.seq, orders.lastSeq)))
    .where(eq(orders.code, code));
  const isOwn = last?.actor === actorKey(ctx.actor) && ['order.assigned', 'order.offered'].includes(last.type);
  return last && isOwn && last.at >= ctx.now() - undoDispatchMs ? { version: last.version } : null;
}
