import type { Context } from '@/lib/kernel/context';
import { removePhoto } from '../files';
import { deleteUnattached, listUnattached } from '../store';

const keptUnattachedMs = 24 * 3_600_000;

/**
 * Removes photos that nobody attached within 24 hours, row first: a file without a row is only waste.
 * @returns how many; the worker calls it
 */
export async function sweepUploads(ctx: Context): Promise<number> {
  const createdBefore = Date.now() - keptUnattachedMs;
  const ids = await listUnattached(ctx.db, createdBefore, 500);
  let removed = 0;
  for (const id of ids) {
    if (!(await ctx.transaction((tx) => deleteUnattached(tx, id, createdBefore)))) continue;
    await removePhoto(id);
    removed++;
  }
  return removed;
}
