import { createHash } from 'node:crypto';
import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, max, min, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { dayNumber, monthAfter, monthAt, startOfMonth } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { areaCode } from '@/lib/places/input';
import { areaNames } from '@/lib/places/queries/area-names';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { publicItems } from '../public-items';
import { handlerOutcomes, type Outcome } from '../status';
import { orderContact, orderRating, orders } from '../tables';

const listSolvedInput = z.object({
  community: areaCode,
  /** `YYYY-MM`; without it the latest month that has enough to tell. */
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
  place: areaCode.optional(),
  category: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  cursor: z
    .string()
    .regex(/^\d{4}\.[0-9a-f]{16}$/)
    .optional(),
  limit: z.int().min(1).max(200).default(40),
});
export type ListSolvedInput = z.input<typeof listSolvedInput>;

export interface SolvedCase {
  item: { code: string; zh: string; en: string };
  /** A quarter, or a cell that belongs to none; the whole community where fewer than five cases share the place. */
  place: { code: string; zh: string; en: string };
  /** Calendar days from the report to the check on site; 0 = the same day. */
  days: number;
  outcome: Outcome;
  /** The last valid answer of the latest closing; null without one. */
  stars: number | null;
}

export interface SolvedList {
  /** `YYYY-MM` of the closing; null when there is no month with anything to tell. */
  month: string | null;
  items: SolvedCase[];
  /** How the cases of the whole month ended, as far as the place and category asked for go; none that is 0. */
  outcomes: { outcome: Outcome; count: number }[];
  nextCursor: string | null;
  /** The next months with cases, if any; they may turn out to be too few to be told. */
  older: string | null;
  newer: string | null;
}

/** Fewer cases than this in one place and month are not told by that place (as for figures: 3.1.1). */
export const smallestGroup = 5;
// How many months are looked through for one that has enough to tell.
const monthsBack = 6;

/**
 * What may be told to everybody, whoever asks, so it starts from this list of what is allowed and not from
 * `visibleTo`: closed with a stated outcome, of a public item, by somebody who asked for no silence, about nobody.
 */
const tellable = (communityCode: string): SQL | undefined =>
  and(
    eq(orders.communityCode, communityCode),
    eq(orders.status, 'closed'),
    inArray(orders.outcome, [...handlerOutcomes]),
    inArray(orders.itemCode, [...publicItems]),
    eq(orders.anonymous, false),
    eq(orders.confidential, false),
    eq(orders.sealed, false),
    isNull(orders.aboutUnit),
    isNull(orders.aboutCommunity),
    isNull(orders.childOf),
    isNull(orderContact.aboutWords),
  );

const startOfNext = (month: string): number => startOfMonth(monthAfter(month));

/** The latest month before an instant, or the first from it on, in which anything was closed. */
async function monthBeside(ctx: Context, community: string, at: number, side: 'before' | 'from') {
  const [row] = await ctx.db
    .select({ at: side === 'before' ? max(orders.closedAt) : min(orders.closedAt) })
    .from(orders)
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(and(tellable(community), side === 'before' ? lt(orders.closedAt, at) : gte(orders.closedAt, at)));
  return row?.at === null || row?.at === undefined ? null : monthAt(Number(row.at));
}

interface Told extends Omit<SolvedCase, 'item' | 'place'> {
  /** Public order: by item, then in an order that tells neither time nor number. */
  key: string;
  itemCode: string;
  categoryCode: string;
  placeCode: string;
}

/** One month whole, each case under its place, or under the community where its place has too few. */
async function toldIn(ctx: Context, community: string, month: string): Promise<Told[]> {
  const where = and(
    tellable(community),
    gte(orders.closedAt, startOfMonth(month)),
    lt(orders.closedAt, startOfNext(month)),
  );
  const rows = await ctx.db
    .select({ order: orders })
    .from(orders)
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(where)
    .orderBy(orders.id);
  const stars = await starsOf(ctx, where);
  const cases = rows.map(
    ({ order }): Told => ({
      key: `${order.itemCode}.${createHash('sha256').update(order.id).digest('hex').slice(0, 16)}`,
      itemCode: order.itemCode,
      categoryCode: order.categoryCode,
      placeCode: order.quarterCode ?? order.cellCode,
      days: dayNumber(order.verifiedAt ?? order.closedAt ?? order.submittedAt) - dayNumber(order.submittedAt),
      outcome: order.outcome ?? 'resolved',
      stars: stars.get(order.id) ?? null,
    }),
  );
  const sizes = new Map<string, number>();
  for (const { placeCode } of cases) sizes.set(placeCode, (sizes.get(placeCode) ?? 0) + 1);
  const isNamed = (one: Told) => (sizes.get(one.placeCode) ?? 0) >= smallestGroup;
  const named = cases.filter(isNamed);
  const pooled = cases.filter((one) => !isNamed(one)).map((one) => ({ ...one, placeCode: community }));
  const wide = pooled.length < smallestGroup ? [] : pooled;
  return [...named, ...wide].sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function starsOf(ctx: Context, where: SQL | undefined): Promise<Map<string, number | null>> {
  const answers = await ctx.db
    .select({ orderId: orderRating.orderId, stars: orderRating.stars })
    .from(orderRating)
    .innerJoin(orders, and(eq(orders.id, orderRating.orderId), eq(orders.reopenCount, orderRating.closingNo)))
    .leftJoin(orderContact, eq(orderContact.orderId, orders.id))
    .where(and(where, isNotNull(orderRating.solved)))
    .orderBy(orderRating.orderId, desc(orderRating.seq));
  const last = new Map<string, number | null>();
  for (const { orderId, stars } of answers) if (!last.has(orderId)) last.set(orderId, stars);
  return last;
}

/** The month that was asked for, else the latest one with enough to tell. */
async function openMonth(ctx: Context, community: string, asked?: string): Promise<[string | null, Told[]]> {
  if (asked !== undefined) return [asked, await toldIn(ctx, community, asked)];
  let latest: string | null = null;
  let month = await monthBeside(ctx, community, ctx.now() + 1, 'before');
  for (let tries = 0; month !== null && tries < monthsBack; tries++) {
    latest ??= month;
    const told = await toldIn(ctx, community, month);
    if (told.length > 0) return [month, told];
    month = await monthBeside(ctx, community, startOfMonth(month), 'before');
  }
  return [latest, []];
}

/**
 * 办结公开: what was closed in a community in one month, without words, names, doors, buildings, numbers, days or
 * photos. Pages go by a key that holds none of these either. Public. @throws invalid
 */
export async function listSolved(ctx: Context, raw: ListSolvedInput): Promise<SolvedList> {
  const { community, place, category, cursor = '', limit, ...asked } = parse(listSolvedInput, raw);
  const [month, told] = await openMonth(ctx, community, asked.month);
  const fitting = told.filter(
    (one) =>
      (place === undefined || one.placeCode === place) && (category === undefined || one.categoryCode === category),
  );
  const rest = fitting.filter((one) => one.key > cursor);
  const page = rest.slice(0, limit);
  const places = await areaNames(
    ctx.db,
    page.map((one) => one.placeCode),
  );
  const items = new Map((await listItems(ctx.db)).map((item) => [item.code, item]));
  return {
    month,
    outcomes: handlerOutcomes
      .map((outcome) => ({ outcome, count: fitting.filter((one) => one.outcome === outcome).length }))
      .filter(({ count }) => count > 0),
    items: page.map(({ itemCode, placeCode, days, outcome, stars }) => ({
      days,
      outcome,
      stars,
      item: {
        code: itemCode,
        zh: items.get(itemCode)?.nameZh ?? itemCode,
        en: items.get(itemCode)?.nameEn ?? itemCode,
      },
      place: { code: placeCode, ...(places.get(placeCode) ?? { zh: placeCode, en: placeCode }) },
    })),
    nextCursor: rest.length > limit ? (page.at(-1)?.key ?? null) : null,
    older: month && (await monthBeside(ctx, community, startOfMonth(month), 'before')),
    newer: month && (await monthBeside(ctx, community, startOfNext(month), 'from')),
  };
}
