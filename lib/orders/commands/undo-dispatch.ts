import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { unheld } from '../comeback';
import { undoDispatchMs } from '../conditions';
import type { OrderRow } from '../facts';
import { endAssignment, endOffer } from '../hold-store';
import { undoInput } from '../input';
import { addNote } from '../store';
import { orderEvent } from '../tables';
import type { OrderSummary } from '../view';

/** What stands in the history where a recall asks for a reason: nobody had to give one. */
const undoneWords = '派单后随即撤销';

/** The last event is this actor's own dispatch: whatever came after it, also a quiet one, is somebody's and stays. */
async function refuseTouched(tx: Tx, ctx: Context, order: OrderRow, since: number): Promise<void> {
  const [last] = await tx
    .select()
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, order.id), eq(orderEvent.seq, order.lastSeq)));
  const own = last && ['order.assigned', 'order.offered'].includes(last.type) && last.actor === actorKey(ctx.actor);
  if (!own) throw new DomainError('conflict', 'order.undo_touched', { version: order.version });
  if (last.at < since) throw new DomainError('rule', 'order.undo_too_late');
}

/**
 * Takes one's own dispatch back within seconds, while nobody has touched the order since: a `recall` (3.1) that needs no
 * reason and gives no time. The dispatch limit that ran goes on as if nothing had been; what was told of it is taken back.
 * @param since of the dispatches of one bulk: not before this moment, instead of the last seconds
 * @throws conflict `order.undo_touched`, `order.stale` · rule `order.undo_too_late`
 */
export async function undoDispatch(
  ctx: Context,
  raw: z.input<typeof undoInput>,
  since?: number,
): Promise<OrderSummary> {
  const input = parse(undoInput, raw);
  return act(ctx, 'recall', input, async ({ tx, order, now }) => {
    await refuseTouched(tx, ctx, order, since ?? now - undoDispatchMs);
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: false,
      words: undoneWords,
      at: now,
    });
    await endOffer(tx, order.id, 'recall', now);
    await endAssignment(tx, order.id, 'recall', now);
    const dueAt = order.dispatchBy ?? order.dueAt;
    return { to: 'submitted', set: { ...unheld, comeback: 'recalled', dueAt }, data: { note, undone: true } };
  });
}
