import { and, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { livingAmong } from '@/lib/people/queries/living-among';
import { openStatuses } from '../status';
import { orders, supervisionNotice } from '../tables';

const inWork = openStatuses.filter((status) => status !== 'awaiting_rating');

/**
 * 督办单 of orders still in work that are to be moved: not answered by their time, or due to be looked at again, or with
 * an owner who can be told nothing any more. The oldest first.
 */
export async function noticesDue(ctx: Context, limit = 500): Promise<{ id: string; code: string }[]> {
  const now = ctx.now();
  const n = supervisionNotice;
  const stands = and(isNull(n.endedAt), inArray(orders.status, inWork));
  const due = await ctx.db
    .select({ id: n.id, code: orders.code })
    .from(n)
    .innerJoin(orders, eq(orders.id, n.orderId))
    .where(
      and(stands, or(and(isNull(n.repliedAt), lt(n.replyBy, now)), and(isNotNull(n.repliedAt), lte(n.checkAt, now)))),
    )
    .orderBy(n.replyBy, n.id)
    .limit(limit);
  const waiting = await ctx.db
    .select({ id: n.id, code: orders.code, ownerId: n.ownerId })
    .from(n)
    .innerJoin(orders, eq(orders.id, n.orderId))
    .where(and(stands, isNull(n.repliedAt)))
    .orderBy(n.replyBy, n.id);
  const living = await livingAmong(
    ctx,
    waiting.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const known = new Set(due.map(({ id }) => id));
  const orphans = waiting.filter(({ id, ownerId }) => !known.has(id) && (ownerId === null || !living.has(ownerId)));
  return [...due, ...orphans.map(({ id, code }) => ({ id, code }))];
}
