import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { addVisit, type VisitRow } from '../store';

/** Keeps a volunteer's time at an order, for hours of service; idempotent. It stays through rework (3.11). */
export async function keepVisit(ctx: Context, visit: VisitRow): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'volunteer.loader_only');
  await ctx.transaction((tx) => addVisit(tx, visit));
}
