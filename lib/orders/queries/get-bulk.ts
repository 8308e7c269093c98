import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import type { BulkLine } from '../bulk-store';
import { orderBulk, orderBulkLine } from '../tables';

export interface BulkView {
  id: string;
  handler: string | null;
  createdAt: number;
  /** Null while lines wait: it runs, or was cut off. */
  finishedAt: number | null;
  lines: BulkLine[];
}

/** A bulk of one's own; nobody else's is there. @throws not_found `order.bulk_unknown` */
export async function getBulk(ctx: Context, { id }: { id: string }): Promise<BulkView> {
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const [bulk] = await ctx.db
    .select()
    .from(orderBulk)
    .where(and(eq(orderBulk.id, id), eq(orderBulk.personId, personId)));
  if (!bulk) throw new DomainError('not_found', 'order.bulk_unknown');
  const lines = await ctx.db
    .select()
    .from(orderBulkLine)
    .where(eq(orderBulkLine.bulkId, id))
    .orderBy(asc(orderBulkLine.place), asc(orderBulkLine.code));
  const { handler, createdAt, finishedAt } = bulk;
  return { id, handler, createdAt, finishedAt, lines };
}
