import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context, Reader } from '@/lib/kernel/context';
import { findOrderById, type OrderRow } from '../facts';
import { isOpen, openStatuses, type Status } from '../status';
import { orders } from '../tables';
import { timeOrNull } from '../view';
import { holderOf, type Named } from './holders-of';

/** One part of an order, for staff. Times RFC 3339. */
export interface ChildView {
  code: string;
  words: string;
  status: Status;
  holder: Named | null;
  dueAt: string | null;
}

/** How many parts an order has, and how many are done; all that its requester is told of them. */
export interface ChildCount {
  total: number;
  done: number;
}

/** The parts of an order, as they were made. */
export const childrenOf = (db: Pick<Reader, 'select'>, orderId: string): Promise<OrderRow[]> =>
  db
    .select()
    .from(orders)
    .where(eq(orders.childOf, orderId))
    .orderBy(asc(orders.submittedAt), asc(orders.code), asc(orders.id));

/** Those on which somebody still has to act. */
export const openChildrenOf = (db: Pick<Reader, 'select'>, orderId: string): Promise<OrderRow[]> =>
  db
    .select()
    .from(orders)
    .where(and(eq(orders.childOf, orderId), inArray(orders.status, [...openStatuses])))
    .orderBy(asc(orders.submittedAt), asc(orders.code), asc(orders.id));

/** Of an order its parts, for staff. */
export async function childViews(ctx: Context, order: OrderRow): Promise<ChildView[]> {
  const rows = await childrenOf(ctx.db, order.id);
  const views: ChildView[] = [];
  for (const row of rows) {
    const { code, status, dueAt } = row;
    // A sealed part of an open order is told by its number alone.
    const isOpenToAll = order.sealed || !row.sealed;
    const holder = isOpenToAll ? ((await holderOf(ctx, row))?.name ?? null) : null;
    views.push({ code, words: isOpenToAll ? row.words : '', status, holder, dueAt: timeOrNull(dueAt) });
  }
  return views;
}

/** How far the parts are; null where there are none. What is not needed any more counts as neither. */
export async function childCount(ctx: Context, order: OrderRow): Promise<ChildCount | null> {
  const rows = (await childrenOf(ctx.db, order.id)).filter(({ status }) => status !== 'withdrawn');
  return rows.length === 0 ? null : { total: rows.length, done: rows.filter(({ status }) => !isOpen(status)).length };
}

/** Number of the order of which this one is a part; null where it is none. */
export async function wholeOf(ctx: Context, order: OrderRow): Promise<string | null> {
  return order.childOf === null ? null : ((await findOrderById(ctx.db, order.childOf))?.code ?? null);
}
