import type { WorkingCalendar } from '@/lib/calendar/working-calendar';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { listCells } from '@/lib/places/queries/list-cells';
import { neighboursOf } from '@/lib/places/queries/neighbours-of';
import type { OrderEventData } from './events';
import type { OrderRow } from './facts';
import { dispatchTimes, writeClocks } from './handover';
import { addOffer } from './hold-store';
import type { orders } from './tables';

export interface OfferScope {
  cells: 'own' | 'neighbours' | 'community' | string[];
  skills: string[];
  note?: string;
}

type Reading = Pick<Context, 'db' | 'now'>;

/** The cells of a scope: own; own and those that share an edge; the whole community; or the ones named (3.1.5). */
async function cellsOf(ctx: Reading, order: OrderRow, scope: OfferScope['cells']): Promise<string[]> {
  if (scope === 'own') return [order.cellCode];
  if (scope === 'neighbours') {
    return [order.cellCode, ...(await neighboursOf(ctx, { cellCode: order.cellCode }))];
  }
  const all = (await listCells(ctx, { communityCode: order.communityCode })).map((cell) => cell.code);
  if (scope === 'community') return all;
  const unknown = scope.find((code) => !all.includes(code));
  if (unknown) throw new DomainError('invalid', 'order.cell_unknown', { params: { code: unknown } });
  return [...new Set(scope)];
}

/** Opens an offer: its row, its cells, the clocks, and the columns and event data that follow. */
export async function openOffer(
  ctx: Reading,
  tx: Tx,
  order: OrderRow,
  scope: OfferScope,
  now: number,
  cal: WorkingCalendar,
): Promise<{ set: Partial<typeof orders.$inferInsert>; data: OrderEventData['order.offered'] }> {
  const cells = await cellsOf(ctx, order, scope.cells);
  const times = await dispatchTimes(tx, order, now, cal);
  await writeClocks(tx, order, now, times);
  const name = typeof scope.cells === 'string' ? scope.cells : 'cells';
  const offer = await addOffer(
    tx,
    { orderId: order.id, scope: name, skills: scope.skills, note: scope.note ?? null, startedAt: now },
    cells,
  );
  return {
    set: {
      ...times.set,
      offerId: offer,
      assigneeUnit: null,
      assigneePerson: null,
      holderKind: null,
      returnBy: null,
      comeback: 'none',
    },
    data: { offer, scope: name, cells, skills: scope.skills, acceptBy: times.acceptBy, finishBy: times.finishBy },
  };
}
