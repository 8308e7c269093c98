import type { Context } from '@/lib/kernel/context';
import { listUnits } from '@/lib/people/queries/list-units';
import { decide } from '../decide';
import { orderFacts } from '../facts';
import { worksHere } from '../whistling';
import { loadSeen } from './get-order';
import type { Named } from './holders-of';
import { whistlesOf } from './whistles-of';

/** A unit that may be called, with the number at which the desk reaches it. */
export interface CallableUnit {
  code: string;
  name: Named;
  phone: string | null;
}

/**
 * Whom the street may call to this order: units of its area that were not called yet, and whom it is not about; null for
 * who may not call. @throws not_found `order.not_found`
 */
export async function callableUnits(ctx: Context, input: { code: string }): Promise<CallableUnit[] | null> {
  const { order, standing } = await loadSeen(ctx, input.code);
  const mayCall = standing.relations.has('street') && order.level === 'street';
  if (!mayCall || !decide('note', orderFacts(order, ctx.now(), ctx.actor), standing).ok) return null;
  const called = new Set((await whistlesOf(ctx, order)).map(({ unit }) => unit));
  return (await listUnits(ctx))
    .filter((unit) => worksHere(unit, order.cellCode) && !called.has(unit.code) && unit.code !== order.aboutUnit)
    .map(({ code, nameZh, nameEn, phone }) => ({ code, name: { zh: nameZh, en: nameEn }, phone }));
}
