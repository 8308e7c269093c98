import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { notice } from '../tables';

export interface NoticeView {
  id: string;
  kind: string;
  orderCode: string;
  createdAt: number;
  unread: boolean;
}

/** One's own notices, newest first, with the number of new ones, and whether there are older ones than these. */
export async function listNotices(
  ctx: Context,
  input: { limit?: number } = {},
): Promise<{ items: NoticeView[]; unread: number; hasOlder: boolean }> {
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const mine = eq(notice.personId, ctx.actor.personId);
  const limit = input.limit ?? 50;
  const rows = await ctx.db
    .select()
    .from(notice)
    .where(mine)
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(limit + 1);
  const [fresh] = await ctx.db
    .select({ n: count() })
    .from(notice)
    .where(and(mine, isNull(notice.readAt)));
  return {
    items: rows.slice(0, limit).map((row) => ({
      id: row.id,
      kind: row.kind,
      orderCode: row.orderCode,
      createdAt: row.createdAt,
      unread: row.readAt === null,
    })),
    unread: fresh?.n ?? 0,
    hasOlder: rows.length > limit,
  };
}
