import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findHandler } from '@/lib/people/queries/find-handler';
import type { OrderRow } from './facts';
import type { Standing } from './policy';

const minute = 60_000;
/** A call is for now: who is wanted later is handed a part of the order (拆单). */
const longest = 7 * 86_400_000;

const at = (path: string, reason: string) =>
  new DomainError('invalid', reason, { issues: [{ path, reason, message: reason }] });

/** The street whose order it is, and nobody else (3.12). @throws forbidden `order.not_for_you.whistle` · rule `order.not_at_street` */
export function refuseNotStreet(order: Pick<OrderRow, 'level'>, standing: Standing): void {
  if (!standing.relations.has('street')) throw new DomainError('forbidden', 'order.not_for_you.whistle');
  if (order.level !== 'street') throw new DomainError('rule', 'order.not_at_street');
}

/** Area codes are nested by prefix: a unit of the street, of its community or of its cell comes here. */
export const worksHere = (unit: { areas: readonly string[] }, cellCode: string): boolean =>
  unit.areas.some((area) => cellCode.startsWith(area));

/** @throws invalid `order.whistle_unit` for a unit that is none, or works elsewhere · rule `order.whistle_about` */
export async function refuseUnits(tx: Tx, order: OrderRow, units: readonly string[], now: number): Promise<void> {
  for (const code of units) {
    const unit = await findHandler(tx, { unit: code }, shanghaiDate(now));
    if (!unit || !worksHere(unit, order.cellCode)) throw at('units', 'order.whistle_unit');
    // Whom a complaint is about learns nothing of it (3.9).
    if (order.aboutUnit === code) throw new DomainError('rule', 'order.whistle_about');
  }
}

/** @throws invalid `order.whistle_time`: an hour that is over, or more than a week away */
export function refuseHour(arriveBy: number, now: number): void {
  if (arriveBy <= now || arriveBy > now + longest) throw at('arriveBy', 'order.whistle_time');
}

/**
 * When a unit came, told to the minute: not before it was called, and not later than now.
 * @throws invalid `order.arrival_time`
 */
export function arrivalTime(told: number | undefined, call: { calledAt: number }, now: number): number {
  if (told === undefined) return now;
  if (told > now || told < call.calledAt - (call.calledAt % minute)) throw at('arrivedAt', 'order.arrival_time');
  return Math.max(told, call.calledAt);
}

/** Whether a called unit came, or did not yet come, after its time. */
export const isLate = (call: { arriveBy: number; arrivedAt: number | null }, now: number): boolean =>
  (call.arrivedAt ?? now) > call.arriveBy;
