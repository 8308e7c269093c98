import { and, count, eq, gte, inArray } from 'drizzle-orm';
import type { Reader } from '@/lib/kernel/context';
import { orderAssignment, orders } from './tables';

/** Past returns are looked at this far back. */
const returnsForMs = 90 * 86_400_000;

export interface Figures {
  load: Map<string, number>;
  returns: Map<string, number>;
}

const counted = (rows: { key: string | null; n: number }[]): [string, number][] =>
  rows.flatMap(({ key, n }) => (key === null ? [] : [[key, n] as [string, number]]));

/**
 * What units (by code) and persons (by id) hold now, and how many orders of an item they sent back in 90 days: four
 * queries, however many they are.
 */
export async function loadFigures(
  db: Reader,
  who: { units: string[]; persons: string[]; itemCode: string },
  now: number,
): Promise<Figures> {
  const { units, persons, itemCode } = who;
  const isHeld = inArray(orders.status, ['assigned', 'in_progress']);
  const sentBack = and(
    eq(orderAssignment.endedBy, 'return'),
    gte(orderAssignment.endedAt, now - returnsForMs),
    eq(orders.itemCode, itemCode),
  );
  const load = new Map<string, number>();
  const returns = new Map<string, number>();
  const put = (into: Map<string, number>, rows: { key: string | null; n: number }[]) => {
    for (const [key, n] of counted(rows)) into.set(key, n);
  };
  if (units.length > 0) {
    const { assigneeUnit } = orders;
    const held = and(inArray(assigneeUnit, units), isHeld);
    put(load, await db.select({ key: assigneeUnit, n: count() }).from(orders).where(held).groupBy(assigneeUnit));
    const { unitCode } = orderAssignment;
    const back = db.select({ key: unitCode, n: count() }).from(orderAssignment);
    put(
      returns,
      await back
        .innerJoin(orders, eq(orders.id, orderAssignment.orderId))
        .where(and(sentBack, inArray(unitCode, units)))
        .groupBy(unitCode),
    );
  }
  if (persons.length > 0) {
    const { assigneePerson } = orders;
    const held = and(inArray(assigneePerson, persons), isHeld);
    put(load, await db.select({ key: assigneePerson, n: count() }).from(orders).where(held).groupBy(assigneePerson));
    const { personId } = orderAssignment;
    const back = db.select({ key: personId, n: count() }).from(orderAssignment);
    put(
      returns,
      await back
        .innerJoin(orders, eq(orders.id, orderAssignment.orderId))
        .where(and(sentBack, inArray(personId, persons)))
        .groupBy(personId),
    );
  }
  return { load, returns };
}
