import { eq } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { listUnits } from '@/lib/people/queries/list-units';
import type { OrderRow } from '../facts';
import { orderWhistle } from '../tables';
import { timeOrNull } from '../view';
import { isLate } from '../whistling';
import type { Named } from './holders-of';

/** A unit that the street called, and whether it came. Times RFC 3339; no person is named. */
export interface WhistleView {
  unit: string;
  name: Named;
  calledAt: string;
  arriveBy: string;
  arrivedAt: string | null;
  /** It came after its time, or has not come and its time is over. */
  late: boolean;
}

/** The units that were called to an order, in the order in which they were. */
export async function whistlesOf(ctx: Context, order: OrderRow): Promise<WhistleView[]> {
  const rows = await ctx.db
    .select()
    .from(orderWhistle)
    .where(eq(orderWhistle.orderId, order.id))
    .orderBy(orderWhistle.calledAt, orderWhistle.unitCode);
  const units = await listUnits(ctx, { codes: rows.map((row) => row.unitCode) });
  const names = new Map(units.map(({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn }]));
  return rows.map((row) => ({
    unit: row.unitCode,
    name: names.get(row.unitCode) ?? { zh: row.unitCode, en: row.unitCode },
    calledAt: rfc3339(row.calledAt),
    arriveBy: rfc3339(row.arriveBy),
    arrivedAt: timeOrNull(row.arrivedAt),
    late: isLate(row, ctx.now()),
  }));
}
