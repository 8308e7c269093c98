import type { Context } from '@/lib/kernel/context';
import type { OrderRow } from '../facts';
import type { SupervisionView } from '../supervision-view';
import { seenAs } from './list-supervisions';
import { noticesOf } from './orders-to-look-at';
import { supervisionsOf } from './supervisions-of';

export type { SupervisionView };

/** The notices of one order that this actor may see, the newest first; none for its requester. */
export async function supervisionsOn(ctx: Context, order: OrderRow): Promise<SupervisionView[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  const notices = (await noticesOf(ctx.db, order)).reverse();
  const seen = await seenAs(
    ctx,
    actor,
    notices.map((notice) => ({ notice, order })),
  );
  return supervisionsOf(ctx, actor, seen);
}
