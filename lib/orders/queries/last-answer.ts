import { and, desc, eq } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import type { PlaceView } from '@/lib/places/view';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { orders } from '../tables';
import { repliesOf, sameMatter } from './list-earlier';

export interface LastAnswer {
  code: string;
  /** What the handler told the requester at last. */
  reply: string;
  /** RFC 3339. */
  closedAt: string;
}

const most = 5;

/**
 * 上次的答复 (journey 7.5): what the person who writes a report was answered when their own order of the same matter was
 * closed, the newest that was answered in words. Only of orders of the signed-in account: a typed phone, a query code or a
 * draft proves nobody, and would show one person's answer to another.
 * @param input.place where the new report would lie. @returns null where there is none
 */
export async function lastAnswer(ctx: Context, input: { item: string; place: PlaceView }): Promise<LastAnswer | null> {
  if (ctx.actor.kind !== 'person') return null;
  const { buildingCode, areaCode } = input.place;
  const { categoryCode } = await getItem(ctx.db, input.item);
  const rows = await ctx.db
    .select({ id: orders.id, code: orders.code, closedAt: orders.closedAt })
    .from(orders)
    .where(
      and(
        eq(orders.requesterId, ctx.actor.personId),
        sameMatter({ buildingCode, areaCode, categoryCode, before: ctx.now() }),
      ),
    )
    .orderBy(desc(orders.closedAt), desc(orders.id))
    .limit(most);
  const replies = await repliesOf(
    ctx.db,
    rows.map(({ id }) => id),
  );
  for (const { id, code, closedAt } of rows) {
    const reply = replies.get(id);
    if (reply && closedAt !== null) return { code, reply, closedAt: rfc3339(closedAt) };
  }
  return null;
}
