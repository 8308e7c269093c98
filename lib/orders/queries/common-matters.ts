import { and, asc, eq, gte, inArray, notInArray, type SQL } from 'drizzle-orm';
import { dayMs } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { orderContact, orders } from '../tables';
import { visibleTo } from '../visible';

/** Three households on one matter within 60 days suggest that it is a matter for all (M14). */
export const commonFrom = 3;
export const commonDays = 60;

/** What several households may want decided together. A lamp that is out is repaired, whoever else saw it. */
export const commonItems: readonly string[] = ['0402', '0504', '0603', '0803', '0804', '1403'];

export interface CommonMatter {
  item: { code: string; zh: string; en: string };
  /** The quarter; the cell itself where it belongs to none. */
  area: string;
  /** Different households or people, who can be told apart. */
  households: number;
  /** Numbers of the orders, oldest first, to open a case with. */
  orders: string[];
}

/**
 * Matters that several households of one quarter brought up lately, among the orders that this actor sees; most
 * households first. Who they are is looked at and not told. An anonymous order counts for nobody, as it may be anybody's.
 */
export async function commonMatters(ctx: Context, { community }: { community: string }): Promise<CommonMatter[]> {
  const since = ctx.now() - commonDays * dayMs;
  const where: SQL | undefined = and(
    visibleTo(ctx.actor, ctx.db, ctx.now()),
    eq(orders.communityCode, community),
    inArray(orders.itemCode, [...commonItems]),
    gte(orders.submittedAt, since),
    notInArray(orders.status, ['withdrawn', 'declined', 'merged']),
    eq(orders.sealed, false),
    eq(orders.anonymous, false),
  );
  const rows = await ctx.db
    .select({
      code: orders.code,
      item: orders.itemCode,
      quarter: orders.quarterCode,
      cell: orders.cellCode,
      household: orders.requesterHousehold,
      requester: orders.requesterId,
      phone: orderContact.phone,
    })
    .from(orders)
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(where)
    .orderBy(asc(orders.submittedAt), asc(orders.id));
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, item]));
  const found = new Map<string, CommonMatter & { who: Set<string> }>();
  for (const row of rows) {
    const who = row.household ?? row.requester ?? row.phone;
    if (!who) continue;
    const area = row.quarter ?? row.cell;
    const key = `${row.item} ${area}`;
    const { nameZh = row.item, nameEn = row.item } = names.get(row.item) ?? {};
    const matter = found.get(key) ?? {
      item: { code: row.item, zh: nameZh, en: nameEn },
      area,
      households: 0,
      orders: [],
      who: new Set(),
    };
    matter.who.add(who);
    matter.orders.push(row.code);
    found.set(key, matter);
  }
  return [...found.values()]
    .map(({ who, ...matter }) => ({ ...matter, households: who.size }))
    .filter(({ households }) => households >= commonFrom)
    .sort((a, b) => b.households - a.households || (a.item.code < b.item.code ? -1 : 1) || (a.area < b.area ? -1 : 1));
}
