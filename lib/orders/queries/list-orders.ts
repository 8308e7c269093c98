import { and, asc, desc, eq, gt, gte, inArray, isNotNull, like, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import type { Context, PersonActor, Reader } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { listBranchCells } from '@/lib/people/queries/list-branch-cells';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { readCursor, writeCursor } from '../cursor';
import { loadFactsOfAll, type OrderRow, orderFacts } from '../facts';
import { type ListOrdersInput, listOrdersInput, type OrderViewName } from '../input';
import { standingOf } from '../policy';
import { openStatuses, type Status, statuses } from '../status';
import { orderContact, orderPart, orderRating, orders } from '../tables';
import { type OrderSummary, seesOnlyTheOffer, summaryOf } from '../view';
import { visibleTo } from '../visible';

export interface OrderListItem extends OrderSummary {
  itemName: { zh: string; en: string };
  /** The requester's words, cut to one line; null where they are not shown. */
  excerpt: string | null;
  /** Not the actor's to decide: family or a declared tie (回避). */
  kin: boolean;
  /** 0 … 1 and above when late: how much of the running clock is used. */
  used: number | null;
}

export interface OrderList {
  items: OrderListItem[];
  nextCursor: string | null;
}

/** What this actor may see, in a stable order: running clocks first, the nearest due time on top. */
export async function listOrders(ctx: Context, raw: ListOrdersInput): Promise<OrderList> {
  const input = parse(listOrdersInput, raw);
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const newestFirst = input.view === 'requested' || input.view === 'verified' || input.view === 'closed_today';
  const sortBy = newestFirst ? orders.submittedAt : orders.dueAt;
  const cursor = input.cursor ? readCursor(input.cursor) : null;
  const beyond = newestFirst ? lt : gt;
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        visibleTo(ctx.actor, ctx.db, ctx.now()),
        viewWhere(ctx, ctx.actor, input.view),
        ...filters(ctx, input),
        await inBranch(ctx, input.branch),
        cursor ? or(beyond(sortBy, cursor.at), and(eq(sortBy, cursor.at), beyond(orders.id, cursor.id))) : undefined,
      ),
    )
    .orderBy(newestFirst ? desc(sortBy) : asc(sortBy), newestFirst ? desc(orders.id) : asc(orders.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    items: await listItemsOf(ctx, page),
    nextCursor: last ? writeCursor({ at: newestFirst ? last.submittedAt : last.dueAt, id: last.id }) : null,
  };
}

/** Rows as list entries for this actor. */
export async function listItemsOf(ctx: Context, rows: OrderRow[]): Promise<OrderListItem[]> {
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const now = ctx.now();
  const factsOf = await loadFactsOfAll(ctx.db, ctx.actor, rows, now);
  const list: OrderListItem[] = [];
  for (const row of rows) {
    const standing = standingOf(ctx.actor, row, factsOf(row));
    list.push({
      ...summaryOf(row, standing, orderFacts(row, now, ctx.actor)),
      itemName: names.get(row.itemCode) ?? { zh: row.itemCode, en: row.itemCode },
      excerpt: seesOnlyTheOffer(standing) || !standing.sees ? null : [...row.words].slice(0, 60).join(''),
      kin: standing.kin,
      used: usedShareOf(row, now),
    });
  }
  return list;
}

/** How much of the running clock is used, on the wall: what a list needs to draw a bar. */
function usedShareOf(row: OrderRow, now: number): number | null {
  const start =
    row.status === 'submitted'
      ? row.submittedAt
      : row.status === 'offered' || row.status === 'assigned'
        ? row.acceptStartedAt
        : row.status === 'in_progress'
          ? row.dispatchedAt
          : row.status === 'awaiting_verification'
            ? row.evidenceAt
            : null;
  if (start === null || row.dueAt <= start) return null;
  return (now - start) / (row.dueAt - start);
}

function viewWhere(ctx: Context, actor: PersonActor, view: OrderViewName): SQL | undefined {
  const now = ctx.now();
  const today = dayStart(dayNumber(now));
  const units = actor.memberships.flatMap((m) => (m.unitCode ? [m.unitCode] : []));
  const held =
    units.length > 0
      ? or(inArray(orders.assigneeUnit, units), eq(orders.assigneePerson, actor.personId))
      : eq(orders.assigneePerson, actor.personId);
  const has = (db: Reader, part: 'verified' | 'handled') =>
    sql`exists ${db
      .select({ one: sql`1` })
      .from(orderPart)
      .where(and(eq(orderPart.orderId, orders.id), eq(orderPart.personId, actor.personId), eq(orderPart.part, part)))}`;
  const open = inArray(orders.status, [...openStatuses]);
  const answered = sql`exists ${ctx.db
    .select({ one: sql`1` })
    .from(orderRating)
    .where(
      and(
        eq(orderRating.orderId, orders.id),
        eq(orderRating.closingNo, orders.reopenCount),
        isNotNull(orderRating.stars),
        gte(orderRating.stars, 3),
      ),
    )}`;
  switch (view) {
    case 'all':
    case 'pool':
      return undefined;
    case 'to_dispatch':
      return eq(orders.status, 'submitted');
    case 'to_sign':
      return and(eq(orders.status, 'assigned'), held);
    case 'mine':
      return and(inArray(orders.status, ['in_progress', 'awaiting_verification']), held);
    case 'to_verify':
      return and(
        eq(orders.status, 'awaiting_verification'),
        inArray(orders.cellCode, [...actor.verifiesCells, ...actor.verifiesCellsAsParent, '-']),
      );
    case 'verified':
      return has(ctx.db, 'verified');
    // 3.6: not rated after 3 days; U1; closed with one or two stars or unrated and still in the window.
    case 'to_call_back':
      return and(
        sql`not ${answered}`,
        or(
          and(
            eq(orders.status, 'awaiting_rating'),
            or(lt(orders.verifiedAt, now - 3 * 86_400_000), eq(orders.urgency, 'U1')),
          ),
          and(eq(orders.status, 'closed'), gt(orders.reopenUntil, now), eq(orders.closing, 'rated')),
        ),
      );
    case 'requested':
      return or(eq(orders.requesterId, actor.personId), eq(orders.proxyId, actor.personId));
    case 'due_soon':
      return and(open, gte(orders.dueAt, now), lt(orders.dueAt, now + 2 * 3_600_000));
    case 'overdue':
      return and(open, ne(orders.status, 'awaiting_rating'), lt(orders.dueAt, now));
    case 'closed_today':
      return and(eq(orders.status, 'closed'), gte(orders.closedAt, today));
  }
}

function filters(ctx: Context, input: ReturnType<typeof listOrdersInput.parse>): (SQL | undefined)[] {
  const wanted = input.status?.split(',').filter((s): s is Status => (statuses as readonly string[]).includes(s));
  const area = input.area;
  return [
    wanted && wanted.length > 0 ? inArray(orders.status, wanted) : undefined,
    area
      ? or(
          eq(orders.cellCode, area),
          eq(orders.quarterCode, area),
          eq(orders.buildingCode, area),
          eq(orders.communityCode, area),
          eq(orders.streetCode, area),
        )
      : undefined,
    input.item ? or(eq(orders.itemCode, input.item), eq(orders.categoryCode, input.item)) : undefined,
    input.assignee ? or(eq(orders.assigneeUnit, input.assignee), eq(orders.assigneePerson, input.assignee)) : undefined,
    input.updatedSince ? gte(orders.updatedAt, input.updatedSince) : undefined,
    input.due === 'over' ? and(inArray(orders.status, [...openStatuses]), lt(orders.dueAt, ctx.now())) : undefined,
    input.due === 'soon' ? and(gte(orders.dueAt, ctx.now()), lt(orders.dueAt, ctx.now() + 2 * 3_600_000)) : undefined,
    input.q ? searchWhere(ctx.db, input.q) : undefined,
  ];
}

/** What lies in the cells that a branch verifies now; nothing where it verifies none. */
async function inBranch(ctx: Context, orgCode: string | undefined): Promise<SQL | undefined> {
  if (!orgCode) return undefined;
  const cells = await listBranchCells(ctx, { orgCode });
  return cells.length > 0 ? inArray(orders.cellCode, cells) : sql`1 = 0`;
}

/** A number, the last four digits of a phone, or words; words are looked for as they stand. */
function searchWhere(db: Reader, q: string): SQL | undefined {
  const text = q.normalize('NFKC').trim();
  const safe = text.replace(/[\\%_]/g, (c) => `\\${c}`);
  const contains = (column: SQL.Aliased | typeof orders.words | typeof orders.code | typeof orders.placeZh) =>
    sql`${column} like ${`%${safe}%`} escape '\\'`;
  const tail = /^\d{4}$/.test(text)
    ? sql`exists ${db
        .select({ one: sql`1` })
        .from(orderContact)
        .where(
          and(
            eq(orderContact.orderId, orders.id),
            eq(orderContact.phoneTail, text),
            eq(orders.anonymous, false),
            eq(orders.confidential, false),
          ),
        )}`
    : undefined;
  return or(like(orders.code, `${safe.toUpperCase()}%`), contains(orders.words), contains(orders.placeZh), tail);
}
