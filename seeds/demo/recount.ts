import { and, count, inArray, like, or } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { orders } from '@/lib/orders/tables';

/** The report tag 物业管理方面 (taxonomy): all 05xx and these. */
const propertyItems = ['0302', '0401', '0402', '0403', '0601', '0801', '0802', '0804'];

/** What the source reports of the half year: 440 orders finished, of them 200 about property, 26 disputes (5.1). */
const reported = { finished: 440, property: 200, disputes: 26 };
export type DemoFigures = typeof reported;

/** Counts the demo's figures from the database. @throws Error when they are not what the source reports */
export async function recount(ctx: Context): Promise<DemoFigures> {
  const ended = inArray(orders.status, ['closed', 'declined', 'withdrawn']);
  const of = async (where: Parameters<typeof and>[0]) => {
    const [row] = await ctx.db.select({ n: count() }).from(orders).where(and(ended, where));
    return row?.n ?? 0;
  };
  const figures = {
    finished: await of(undefined),
    property: await of(or(like(orders.itemCode, '05%'), inArray(orders.itemCode, propertyItems))),
    disputes: await of(like(orders.itemCode, '11%')),
  };
  if (JSON.stringify(figures) !== JSON.stringify(reported)) {
    throw new Error(`the demo counts ${JSON.stringify(figures)} instead of ${JSON.stringify(reported)}`);
  }
  return figures;
}
