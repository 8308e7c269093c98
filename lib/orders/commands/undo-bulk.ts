import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { settleLine } from '../bulk-store';
import { undoDispatchMs } from '../conditions';
import { getBulk } from '../queries/get-bulk';
import { undoDispatch } from './undo-dispatch';

/**
 * Takes the dispatches of a bulk back, within seconds after its last; an order that somebody touched since stays with them,
 * and its line says why.
 * @throws not_found `order.bulk_unknown` · rule `order.undo_too_late`
 */
export async function undoBulk(ctx: Context, { id }: { id: string }): Promise<void> {
  const bulk = await getBulk(ctx, { id });
  const { finishedAt } = bulk;
  if (finishedAt === null || ctx.now() > finishedAt + undoDispatchMs)
    throw new DomainError('rule', 'order.undo_too_late');
  for (const line of bulk.lines.filter(({ state }) => state === 'done')) {
    const { code, doneVersion } = line;
    try {
      const asked = { code, version: doneVersion ?? 1, clientId: `${id}:${code}:undo` };
      await undoDispatch(ctx, asked, bulk.createdAt);
      await ctx.transaction((tx) => settleLine(tx, line, { state: 'undone' }));
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const { reason } = error;
      await ctx.transaction((tx) => settleLine(tx, line, { reason }));
    }
  }
}
