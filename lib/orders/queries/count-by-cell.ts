import { and, count, inArray, lt, type SQL } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { dueSoonAt } from '../filters';
import { workingStatuses } from '../status';
import { orders } from '../tables';
import { visibleTo } from '../visible';

export interface CellLoad {
  /** 在办: the work on the ground is not done. */
  open: number;
  /** Of these, past the time that runs now. */
  overdue: number;
  /** Of these, due within two hours. */
  dueSoon: number;
}

/** The open load of each cell, as far as this actor sees the orders; cells without any are left out. */
export async function countByCell(ctx: Context): Promise<Map<string, CellLoad>> {
  const now = ctx.now();
  const of = (where?: SQL) =>
    ctx.db
      .select({ cell: orders.cellCode, n: count() })
      .from(orders)
      .where(and(visibleTo(ctx.actor, ctx.db, now), inArray(orders.status, [...workingStatuses]), where))
      .groupBy(orders.cellCode);
  const overdue = new Map((await of(lt(orders.dueAt, now))).map((row) => [row.cell, row.n]));
  const dueSoon = new Map((await of(dueSoonAt(now))).map((row) => [row.cell, row.n]));
  return new Map(
    (await of()).map(({ cell, n }) => [
      cell,
      { open: n, overdue: overdue.get(cell) ?? 0, dueSoon: dueSoon.get(cell) ?? 0 },
    ]),
  );
}
