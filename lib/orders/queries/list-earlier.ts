import { and, desc, eq, inArray, lt, ne, or, type SQL } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context, Reader } from '@/lib/kernel/context';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import type { OrderRow } from '../facts';
import type { Outcome } from '../status';
import { orderContact, orderEvidence, orders } from '../tables';
import { visibleTo } from '../visible';
import { loadSeen } from './get-order';
import type { Named } from './holders-of';

/** An order of the same matter that was closed before, and what was answered then. */
export interface EarlierOrder {
  code: string;
  itemName: Named;
  outcome: Outcome | null;
  /** What the handler told the requester at last; null where the pieces had to speak. */
  reply: string | null;
  /** RFC 3339. */
  closedAt: string;
}

const most = 5;

/** The same place and family of items, closed before; of nobody who asked not to be known. */
export const sameMatter = (matter: {
  buildingCode: string | null;
  areaCode: string;
  categoryCode: string;
  /** Epoch milliseconds. */
  before: number;
}): SQL | undefined =>
  and(
    matter.buildingCode === null ? eq(orders.areaCode, matter.areaCode) : eq(orders.buildingCode, matter.buildingCode),
    eq(orders.categoryCode, matter.categoryCode),
    eq(orders.status, 'closed'),
    lt(orders.closedAt, matter.before),
    eq(orders.anonymous, false),
    eq(orders.confidential, false),
    eq(orders.sealed, false),
  );

/** Asked by the same account, or by whoever left the same phone. */
async function sameRequester(db: Reader, order: OrderRow): Promise<SQL | null> {
  const [contact] = await db
    .select({ phone: orderContact.phone, tail: orderContact.phoneTail })
    .from(orderContact)
    .where(eq(orderContact.orderId, order.id));
  const byAccount = order.requesterId === null ? undefined : eq(orders.requesterId, order.requesterId);
  const byPhone =
    contact?.phone && contact.tail
      ? inArray(
          orders.id,
          db
            .select({ id: orderContact.orderId })
            .from(orderContact)
            .where(and(eq(orderContact.phoneTail, contact.tail), eq(orderContact.phone, contact.phone))),
        )
      : undefined;
  return or(byAccount, byPhone) ?? null;
}

/** The last reply of each of these orders; for who may read them. */
export async function repliesOf(db: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ orderId: orderEvidence.orderId, text: orderEvidence.text })
    .from(orderEvidence)
    .where(and(inArray(orderEvidence.orderId, ids), eq(orderEvidence.kind, 'reply')))
    .orderBy(orderEvidence.orderId, orderEvidence.round, orderEvidence.id);
  return new Map(rows.flatMap(({ orderId, text }) => (text === null ? [] : [[orderId, text] as const])));
}

/**
 * 历史 N 件 (journey 7.5): what the same resident brought up at the same place in the same family of items and was closed
 * before this was sent, newest first, for whoever dispatches it. Of nobody who asked not to be known: that two orders are of
 * one person would tell of them.
 * @returns at most five; none for who does not dispatch. @throws not_found `order.not_found`
 */
export async function listEarlier(ctx: Context, input: { code: string }): Promise<EarlierOrder[]> {
  const { order, standing } = await loadSeen(ctx, input.code);
  if (!standing.relations.has('dispatcher') || order.anonymous || order.confidential || order.sealed) return [];
  const theirs = await sameRequester(ctx.db, order);
  if (!theirs) return [];
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        visibleTo(ctx.actor, ctx.db, ctx.now()),
        sameMatter({ ...order, before: order.submittedAt }),
        ne(orders.id, order.id),
        theirs,
      ),
    )
    .orderBy(desc(orders.closedAt), desc(orders.id))
    .limit(most);
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const replies = await repliesOf(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    code: row.code,
    itemName: names.get(row.itemCode) ?? { zh: row.itemCode, en: row.itemCode },
    outcome: row.outcome,
    reply: replies.get(row.id) ?? null,
    closedAt: rfc3339(row.closedAt ?? row.updatedAt),
  }));
}
