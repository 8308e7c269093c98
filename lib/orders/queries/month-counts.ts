import { and, count, eq, gte, isNull, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { dayStart, monthAt } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import { orders } from '../tables';

/** A community and a period, epoch milliseconds, `to` exclusive. */
export interface MonthScope {
  community: string;
  from: number;
  to: number;
}

// As in every rate (3.7); sealed orders exist for nobody in public (3.1.1).
const leftOut = ['withdrawn', 'declined', 'merged'] as const;
const told = (community: string): SQL | undefined =>
  and(
    eq(orders.communityCode, community),
    eq(orders.sealed, false),
    isNull(orders.childOf),
    notInArray(orders.status, [...leftOut]),
  );

const within = (column: typeof orders.submittedAt | typeof orders.closedAt, { from, to }: MonthScope) =>
  and(gte(column, from), lt(column, to));

/** Whole days are counted by the database and added up here: months have no arithmetic of their own in both engines. */
async function byMonth(
  db: Reader,
  column: typeof orders.submittedAt | typeof orders.closedAt,
  where: SQL | undefined,
): Promise<Map<string, number>> {
  // Eight hours ahead, and written out: a parameter is another expression in GROUP BY than in SELECT.
  const day = sql<number>`(${column} + 28800000) / 86400000`;
  const rows = await db.select({ day, n: count() }).from(orders).where(where).groupBy(day).orderBy(day);
  const months = new Map<string, number>();
  for (const row of rows) {
    const month = monthAt(dayStart(Number(row.day)));
    months.set(month, (months.get(month) ?? 0) + Number(row.n));
  }
  return months;
}

/** How many orders of a community came in and were closed, by month (`YYYY-MM`) of the community's clock. */
export async function monthCounts(
  db: Reader,
  scope: MonthScope,
): Promise<{ submitted: Map<string, number>; closed: Map<string, number> }> {
  const of = told(scope.community);
  return {
    submitted: await byMonth(db, orders.submittedAt, and(of, within(orders.submittedAt, scope))),
    closed: await byMonth(db, orders.closedAt, and(of, eq(orders.status, 'closed'), within(orders.closedAt, scope))),
  };
}

/** What came in, by category. */
export async function categoryCounts(db: Reader, scope: MonthScope): Promise<{ category: string; count: number }[]> {
  const rows = await db
    .select({ category: orders.categoryCode, n: count() })
    .from(orders)
    .where(and(told(scope.community), within(orders.submittedAt, scope)))
    .groupBy(orders.categoryCode)
    .orderBy(orders.categoryCode);
  return rows.map((row) => ({ category: row.category, count: Number(row.n) }));
}

/** The month of the first order that is told of; null in a community without any. */
export async function firstMonth(db: Reader, community: string): Promise<number | null> {
  const [row] = await db
    .select({ at: orders.submittedAt })
    .from(orders)
    .where(told(community))
    .orderBy(orders.submittedAt, orders.id)
    .limit(1);
  return row?.at ?? null;
}
