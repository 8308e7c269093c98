import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { orderIdsOf } from '@/lib/orders/queries/order-ids-of';
import { visibleTo } from '../policy';
import type { Status } from '../status';
import { deliberation, deliberationSource } from '../tables';

export interface AnsweringCase {
  code: string;
  title: { zh: string; en: string };
  status: Status;
  /** Its resolution stands on the board. */
  isPublished: boolean;
}

/** The cases that answer an order which the caller sees, oldest first; drafts are none for who asked. */
export async function casesOfOrder(ctx: Context, { order }: { order: string }): Promise<AnsweringCase[]> {
  const id = (await orderIdsOf(ctx.db, [order])).get(order);
  if (id === undefined) return [];
  const rows = await ctx.db
    .select({
      code: deliberation.code,
      title: deliberation.title,
      titleEn: deliberation.titleEn,
      status: deliberation.status,
      publishedAt: deliberation.publishedAt,
    })
    .from(deliberationSource)
    .innerJoin(deliberation, eq(deliberation.id, deliberationSource.deliberationId))
    .where(and(eq(deliberationSource.orderId, id), visibleTo(ctx.actor)))
    .orderBy(asc(deliberation.openedAt), asc(deliberation.id));
  return rows
    .filter(({ status }) => status !== 'propose')
    .map(({ title, titleEn, publishedAt, ...row }) => ({
      ...row,
      title: { zh: title, en: titleEn ?? title },
      isPublished: publishedAt !== null,
    }));
}
