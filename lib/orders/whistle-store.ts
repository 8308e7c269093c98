import { and, eq, isNull } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { orderWhistle } from './tables';

export type WhistleRow = typeof orderWhistle.$inferSelect;

/** Calls units to one order, each once. @throws conflict `order.whistle_already` where one of them is called already */
export async function addCalls(
  tx: Tx,
  call: Pick<WhistleRow, 'orderId' | 'arriveBy' | 'noteId'> & { units: string[]; by: Actor; at: number },
): Promise<void> {
  const { units, by, at, ...said } = call;
  const rows = units.map((unitCode) => ({ ...said, unitCode, calledBy: actorKey(by), calledAt: at }));
  const added = await tx.insert(orderWhistle).values(rows).onConflictDoNothing().returning();
  if (added.length < rows.length) throw new DomainError('conflict', 'order.whistle_already');
}

/** A called unit is there, written down once. @throws conflict `order.whistle_arrived` where that is written already */
export async function noteArrival(
  tx: Tx,
  call: Pick<WhistleRow, 'orderId' | 'unitCode'>,
  arrival: { at: number; by: Actor; noteId: string },
): Promise<void> {
  const { at, by, noteId } = arrival;
  const [row] = await tx
    .update(orderWhistle)
    .set({ arrivedAt: at, arrivedBy: actorKey(by), arrivalNoteId: noteId })
    .where(
      and(
        eq(orderWhistle.orderId, call.orderId),
        eq(orderWhistle.unitCode, call.unitCode),
        isNull(orderWhistle.arrivedAt),
      ),
    )
    .returning();
  if (!row) throw new DomainError('conflict', 'order.whistle_arrived');
}
