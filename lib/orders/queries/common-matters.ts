import { and, asc, eq, gte, inArray, isNull, notInArray, type SQL } from 'drizzle-orm';
import { dayMs } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { whoseOrder } from '../households';
import { orderContact, orders } from '../tables';
import { visibleTo } from '../visible';

/** Three households on one matter within 60 days suggest that it is a matter for all (M14). */
export const commonFrom = 3;
export const commonDays = 60;

/**
 * What several households may want decided together, items that are one matter beside each other. A lamp that is out is
 * repaired, whoever else saw it. `wide`: counted over the whole community, as cars that find no room in one quarter stand in
 * the next.
 */
export const commonKinds: readonly { items: readonly string[]; wide?: true }[] = [
  { items: ['0402'] },
  { items: ['0504'] },
  { items: ['0603'] },
  { items: ['0802', '0803'], wide: true },
  { items: ['0804'] },
  { items: ['1403'] },
];

export interface CommonMatter {
  /** The items that it was reported as, by code. */
  items: { code: string; zh: string; en: string }[];
  /** Its quarters, by code; the cell itself where it belongs to none. One, unless the matter is counted over all. */
  areas: string[];
  /** Different households or people, who can be told apart. */
  households: number;
  /** Numbers of the orders, oldest first, to open a case with. */
  orders: string[];
}

/**
 * Matters that several households brought up lately, among the orders that this actor sees; most households first. They
 * are of one quarter, unless the matter is one of the whole community. Who they are is looked at and not told. An anonymous order counts for nobody, as it may be anybody's.
 */
export async function commonMatters(ctx: Context, { community }: { community: string }): Promise<CommonMatter[]> {
  const since = ctx.now() - commonDays * dayMs;
  const where: SQL | undefined = and(
    visibleTo(ctx.actor, ctx.db, ctx.now()),
    eq(orders.communityCode, community),
    inArray(
      orders.itemCode,
      commonKinds.flatMap(({ items }) => items),
    ),
    gte(orders.submittedAt, since),
    // What was joined to another counts with it: each reporter is one of those who brought it up.
    notInArray(orders.status, ['withdrawn', 'declined']),
    eq(orders.sealed, false),
    eq(orders.anonymous, false),
    isNull(orders.childOf),
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
      anonymous: orders.anonymous,
    })
    .from(orders)
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(where)
    .orderBy(asc(orders.submittedAt), asc(orders.id));
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, item]));
  const found = new Map<string, CommonMatter & { who: Set<string> }>();
  for (const row of rows) {
    const who = whoseOrder(row);
    const kind = commonKinds.find(({ items }) => items.includes(row.item));
    if (!who || !kind) continue;
    const area = row.quarter ?? row.cell;
    const key = `${kind.items[0]} ${kind.wide ? '' : area}`;
    const matter = found.get(key) ?? { items: [], areas: [], households: 0, orders: [], who: new Set() };
    if (!matter.items.some(({ code }) => code === row.item)) {
      const { nameZh = row.item, nameEn = row.item } = names.get(row.item) ?? {};
      matter.items.push({ code: row.item, zh: nameZh, en: nameEn });
    }
    if (!matter.areas.includes(area)) matter.areas.push(area);
    matter.who.add(who);
    matter.orders.push(row.code);
    found.set(key, matter);
  }
  return [...found.values()]
    .map(({ who, items, areas, ...matter }) => ({
      ...matter,
      items: items.sort((a, b) => (a.code < b.code ? -1 : 1)),
      areas: areas.sort(),
      households: who.size,
    }))
    .filter(({ households }) => households >= commonFrom)
    .sort((a, b) => b.households - a.households || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ items, areas }: CommonMatter): string => `${items.map(({ code }) => code).join()} ${areas.join()}`;
