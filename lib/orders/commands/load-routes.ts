import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { saveRoutes } from '../counter-store';
import type { RouteStep } from '../route';

/** Sets the default table item × cell → handlers (3.1.5); what is given replaces the rows of its items. */
export async function loadRoutes(
  ctx: Context,
  rows: { itemCode: string; cellCode: string; steps: RouteStep[] }[],
): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden', 'order.system_only');
  await ctx.transaction((tx) => saveRoutes(tx, rows));
}
