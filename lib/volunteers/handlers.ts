import type { Context } from '@/lib/kernel/context';
import { endedVisit } from '@/lib/orders/queries/ended-visit';
import { addVisit } from './store';

/** A volunteer left, or handed in the evidence: their time at the order is kept, also through rework (3.11). */
export async function keepVisit(ctx: Context, message: { orderId: string; seq: number }): Promise<void> {
  const visit = await endedVisit(ctx.db, message);
  if (visit) await ctx.transaction((tx) => addVisit(tx, visit));
}
