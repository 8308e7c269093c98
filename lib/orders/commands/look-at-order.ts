import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import type { Context } from '@/lib/kernel/context';
import { findOrderById } from '../facts';
import { looker, settle } from '../looking';

/**
 * Colours one order at once, as soon as something came back: rework and reopening show within a second and not when the
 * clock comes round. @returns how many notices were issued
 */
export async function lookAtOrder(ctx: Context, input: { orderId: string }): Promise<number> {
  const order = await findOrderById(ctx.db, input.orderId);
  if (!order) return 0;
  const lookOf = await looker(ctx, [order], await loadWorkingCalendar(ctx.db));
  return settle(ctx, order, lookOf);
}
