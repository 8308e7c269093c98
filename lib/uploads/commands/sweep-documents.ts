import type { Context } from '@/lib/kernel/context';
import { removeDocument } from '../files';
import { deleteUnattachedDocuments } from '../store';

const keptUnattachedMs = 24 * 3_600_000;

/**
 * Removes documents that nobody attached within 24 hours, rows first: a file without a row is only waste.
 * @returns how many; the worker calls it
 */
export async function sweepDocuments(ctx: Context): Promise<number> {
  const ids = await ctx.transaction((tx) => deleteUnattachedDocuments(tx, Date.now() - keptUnattachedMs));
  for (const id of ids) await removeDocument(id);
  return ids.length;
}
