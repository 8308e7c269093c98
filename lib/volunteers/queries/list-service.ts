import { asc, eq } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { countService } from '../hours';
import { serviceVisit } from '../tables';

export interface ServiceOrder {
  code: string;
  itemName: { zh: string; en: string };
  minutes: number;
}

/** YYYY-MM; the orders as they were begun. */
export interface ServiceMonth {
  month: string;
  minutes: number;
  orders: ServiceOrder[];
}

/**
 * One's own minutes of service, the newest month first. Counted from the visits each time, so that a visit which is told
 * late moves no sum that was written before.
 * @throws unauthenticated `session.missing`
 */
export async function listService(ctx: Context): Promise<{ minutes: number; months: ServiceMonth[] }> {
  if (ctx.actor.kind !== 'person') throw new DomainError('unauthenticated', 'session.missing');
  const visits = await ctx.db
    .select()
    .from(serviceVisit)
    .where(eq(serviceVisit.personId, ctx.actor.personId))
    .orderBy(asc(serviceVisit.arrivedAt), asc(serviceVisit.orderId));
  const names = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const orderOf = new Map(visits.map((visit) => [visit.orderId, visit]));
  const months = new Map<string, ServiceMonth>();
  for (const { orderId, month, minutes } of countService(
    visits.map((visit) => ({ orderId: visit.orderId, from: visit.arrivedAt, to: visit.leftAt })),
  )) {
    const visit = orderOf.get(orderId);
    if (!visit) continue;
    const { orderCode: code, itemCode } = visit;
    const sum = months.get(month) ?? { month, minutes: 0, orders: [] };
    sum.orders.push({ code, itemName: names.get(itemCode) ?? { zh: itemCode, en: itemCode }, minutes });
    months.set(month, { ...sum, minutes: sum.minutes + minutes });
  }
  const newest = [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
  return { minutes: newest.reduce((sum, { minutes }) => sum + minutes, 0), months: newest };
}
