import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, not, or, type SQL } from 'drizzle-orm';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import { usedShare } from '@/lib/calendar/used-share';
import type { Context, PersonActor } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import type { ItemRow } from '@/lib/taxonomy/queries/get-item';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { limitsOf, runningClocks } from '../clocks';
import { readCursor, writeCursor } from '../cursor';
import { loadFactsOfAll, type OrderRow, orderFacts } from '../facts';
import {
  dispatchedBy,
  dueSoonAt,
  filtersOf,
  grantedByStreet,
  needsCare,
  overdueAt,
  sentBy,
  toCallBack,
} from '../filters';
import { standingOf } from '../policy';
import { type ListOrdersInput, listOrdersInput } from '../question-input';
import { excerptOf } from '../search-words';
import { type OrderViewName, workingStatuses } from '../status';
import { orders } from '../tables';
import { type OrderSummary, seesOnlyTheOffer, summaryOf, timeOrNull } from '../view';
import { asksStreet, hasPart, visibleTo } from '../visible';
import { clockStarts } from './clock-start';

export interface OrderListItem extends OrderSummary {
  itemName: { zh: string; en: string };
  /** The requester's words, cut to one line where what was looked for is in sight; null where they are not shown. */
  excerpt: string | null;
  /** Not the actor's to decide: family, or a declared tie that another role still shows (回避). */
  kin: boolean;
  /** RFC 3339; by when somebody else is to call back after few stars (3.1.3); null where no such call is due. */
  callbackBy: string | null;
  /** 0 … 1 and above when late: how much of the running clock is used, counted on that clock. */
  used: number | null;
}

export interface OrderList {
  items: OrderListItem[];
  nextCursor: string | null;
}

/** Of what is over, or one's own, the newest is looked for. */
const newestViews: readonly OrderViewName[] = ['requested', 'verified', 'closed_today'];

/** What this actor may see, in a stable order: where nothing else is asked for, running clocks first, the nearest due time on top. */
export async function listOrders(ctx: Context, raw: ListOrdersInput): Promise<OrderList> {
  const input = parse(listOrdersInput, raw);
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const sort = input.sort ?? (newestViews.includes(input.view) ? 'newest' : 'due');
  const newestFirst = sort === 'newest';
  const sortBy = sort === 'due' ? orders.dueAt : orders.submittedAt;
  const cursor = input.cursor ? readCursor(input.cursor) : null;
  const beyond = newestFirst ? lt : gt;
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(
      and(
        visibleTo(ctx.actor, ctx.db, ctx.now()),
        viewWhere(ctx, ctx.actor, input.view),
        ...(await filtersOf(ctx, input)),
        cursor ? or(beyond(sortBy, cursor.at), and(eq(sortBy, cursor.at), beyond(orders.id, cursor.id))) : undefined,
      ),
    )
    .orderBy(newestFirst ? desc(sortBy) : asc(sortBy), newestFirst ? desc(orders.id) : asc(orders.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  return {
    items: await listItemsOf(ctx, page, input.q),
    nextCursor: last ? writeCursor({ at: sort === 'due' ? last.dueAt : last.submittedAt, id: last.id }) : null,
  };
}

/** Rows as list entries for this actor; the excerpts show where `q` stands. */
export async function listItemsOf(ctx: Context, rows: OrderRow[], q?: string): Promise<OrderListItem[]> {
  const catalogue = await listItems(ctx.db);
  const names = new Map(catalogue.map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const now = ctx.now();
  const usedOf = await usedShares(ctx, rows, catalogue, now);
  const factsOf = await loadFactsOfAll(ctx.db, ctx.actor, rows, now);
  const list: OrderListItem[] = [];
  for (const row of rows) {
    const standing = standingOf(ctx.actor, row, factsOf(row));
    list.push({
      ...summaryOf(row, standing, orderFacts(row, now, ctx.actor)),
      itemName: names.get(row.itemCode) ?? { zh: row.itemCode, en: row.itemCode },
      excerpt: seesOnlyTheOffer(standing) || !standing.sees ? null : excerptOf(row.words, q),
      kin: standing.kin,
      callbackBy: seesOnlyTheOffer(standing) || !standing.sees ? null : timeOrNull(row.callbackBy),
      used: usedOf(row),
    });
  }
  return list;
}

/** Of those who work on one row's clocks: 0 … 1, above when late; null where none runs. */
type UsedShareOf = (row: OrderRow) => number | null;

/**
 * How much of the running clock is used, on that clock itself: working hours only where the limit counts them (3.2).
 * Where a milestone is still to be met, the one that is used more. The calendar and the moments at which the clocks
 * began are read once for the whole list.
 */
async function usedShares(ctx: Context, rows: OrderRow[], items: ItemRow[], now: number): Promise<UsedShareOf> {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const began = await clockStarts(ctx.db, rows);
  const calendar = rows.length > 0 ? await loadWorkingCalendar(ctx.db) : null;
  return (row) => {
    const item = byCode.get(row.itemCode);
    if (!item || !calendar) return null;
    const shares = runningClocks(row, limitsOf(item, row.urgency), began).map(({ startedAt, dueAt, clock }) =>
      usedShare(startedAt, dueAt, now, clock, calendar),
    );
    return shares.length > 0 ? Math.max(...shares) : null;
  };
}

/** What a view is, apart from sight; the counters of the desk count by the same. */
export function viewWhere(ctx: Context, actor: PersonActor, view: OrderViewName): SQL | undefined {
  const now = ctx.now();
  const today = dayStart(dayNumber(now));
  const units = actor.memberships.flatMap((m) => (m.unitCode ? [m.unitCode] : []));
  const held =
    units.length > 0
      ? or(inArray(orders.assigneeUnit, units), eq(orders.assigneePerson, actor.personId))
      : eq(orders.assigneePerson, actor.personId);
  switch (view) {
    case 'all':
    case 'pool':
      return undefined;
    case 'to_dispatch':
      return and(eq(orders.status, 'submitted'), dispatchedBy(actor));
    case 'to_sign':
      return and(eq(orders.status, 'assigned'), held);
    case 'mine':
      return and(inArray(orders.status, ['in_progress', 'suspended', 'awaiting_verification']), held);
    case 'to_verify':
      return and(
        eq(orders.status, 'awaiting_verification'),
        inArray(orders.cellCode, [...actor.verifiesCells, ...actor.verifiesCellsAsParent, '-']),
        not(hasPart(ctx.db, actor.personId, 'declared_tie')),
      );
    case 'verified':
      return hasPart(ctx.db, actor.personId, 'verified');
    case 'to_call_back':
      return toCallBack(actor, ctx.db, now);
    case 'requested':
      return and(
        isNull(orders.childOf),
        or(eq(orders.requesterId, actor.personId), eq(orders.proxyId, actor.personId)),
      );
    case 'due_soon':
      return dueSoonAt(now);
    case 'overdue':
      return overdueAt(now);
    case 'to_decide':
      return or(
        and(isNotNull(orders.suspensionAskedAt), dispatchedBy(actor)),
        and(isNotNull(orders.extensionAskedAt), eq(orders.extensionCount, 0), dispatchedBy(actor)),
        and(asksStreet(), grantedByStreet(actor)),
      );
    case 'arbitration':
      return and(eq(orders.status, 'submitted'), gte(orders.returnCount, 3));
    case 'suspended':
      return eq(orders.status, 'suspended');
    case 'vulnerable':
      return and(inArray(orders.status, [...workingStatuses]), needsCare());
    case 'sent_by_me':
      return and(inArray(orders.status, ['offered', 'assigned', 'in_progress', 'suspended']), sentBy(actor, ctx.db));
    case 'rework':
      return and(eq(orders.status, 'in_progress'), gt(orders.reworkCount, 0));
    case 'closed_today':
      return and(eq(orders.status, 'closed'), gte(orders.closedAt, today));
  }
}
