import { and, eq } from 'drizzle-orm';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Actor, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { OrderRow } from './facts';
import type { Status } from './status';
import { orderExtension, orderSuspension, type orders } from './tables';

export type ExtensionRow = typeof orderExtension.$inferSelect;
export type SuspensionRow = typeof orderSuspension.$inferSelect;

/** Keeps what was asked for; that there is at most one is the order's own column, moved in the same guarded update. */
export async function addExtension(
  tx: Tx,
  row: Pick<ExtensionRow, 'orderId' | 'seq' | 'no' | 'reason' | 'days' | 'noteId' | 'askedAt'> & { by: Actor },
): Promise<string> {
  const { by, ...asked } = row;
  const id = newId();
  await tx.insert(orderExtension).values({ id, ...asked, askedBy: actorKey(by), state: 'open' });
  return id;
}

/** Decides the open request. @throws conflict `order.stale` where somebody else has. */
export async function decideExtension(
  tx: Tx,
  asked: ExtensionRow,
  decision: { state: 'granted' | 'refused'; by: Actor; at: number } & Partial<
    Pick<ExtensionRow, 'grantedDays' | 'answerId' | 'wasFinishBy' | 'finishBy'>
  >,
): Promise<void> {
  const { by, at, ...rest } = decision;
  const [row] = await tx
    .update(orderExtension)
    .set({ ...rest, decidedBy: actorKey(by), decidedAt: at })
    .where(and(eq(orderExtension.id, asked.id), eq(orderExtension.state, 'open')))
    .returning({ id: orderExtension.id });
  if (!row) throw new DomainError('conflict', 'order.stale');
}

/** Keeps a request (`open`), or a suspension that nobody asked for (`running`). */
export async function addSuspension(
  tx: Tx,
  row: Pick<SuspensionRow, 'orderId' | 'seq' | 'state' | 'resumeOn' | 'noteId' | 'planId'> & { by: Actor; at: number },
): Promise<string> {
  const { by, at, ...said } = row;
  const id = newId();
  const who = actorKey(by);
  const part = said.state === 'open' ? { askedBy: who, askedAt: at } : { decidedBy: who, decidedAt: at };
  await tx.insert(orderSuspension).values({ id, ...said, ...part });
  return id;
}

/** Moves a suspension on from where it stands. @throws conflict `order.stale` where somebody else has. */
export async function moveSuspension(
  tx: Tx,
  suspension: SuspensionRow,
  set: Partial<SuspensionRow> & Pick<SuspensionRow, 'state'>,
): Promise<void> {
  const [row] = await tx
    .update(orderSuspension)
    .set(set)
    .where(and(eq(orderSuspension.id, suspension.id), eq(orderSuspension.state, suspension.state)))
    .returning({ id: orderSuspension.id });
  if (!row) throw new DomainError('conflict', 'order.stale');
}

/**
 * What a handler asked for is theirs: it lapses when the order leaves their hands, whichever way (returned, released,
 * reassigned, handed in, merged). While it is suspended it waits. Gives the columns that go with it.
 */
export async function lapseAsks(
  tx: Tx,
  order: OrderRow,
  to: Status,
  at: number,
): Promise<Partial<typeof orders.$inferInsert>> {
  if (to === 'in_progress' || to === 'suspended') return {};
  if (order.extensionAskedAt !== null) {
    await tx
      .update(orderExtension)
      .set({ state: 'lapsed', decidedAt: at })
      .where(and(eq(orderExtension.orderId, order.id), eq(orderExtension.state, 'open')));
  }
  if (order.suspensionAskedAt !== null) {
    await tx
      .update(orderSuspension)
      .set({ state: 'lapsed', decidedAt: at })
      .where(and(eq(orderSuspension.orderId, order.id), eq(orderSuspension.state, 'open')));
  }
  return { extensionAskedAt: null, suspensionAskedAt: null };
}
