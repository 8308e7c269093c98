import type { Context } from '@/lib/kernel/context';
import { removePhoto } from '../files';
import { deleteUnattached } from '../store';

/** Removes these photos at once, as `sweepUploads` does after a day; not those that belong to something. Unknown ids are no error. */
export async function discardUploads(ctx: Context, ids: readonly string[]): Promise<void> {
  const createdBefore = Date.now() + 1;
  for (const id of new Set(ids)) {
    if (await ctx.transaction((tx) => deleteUnattached(tx, id, createdBefore))) await removePhoto(id);
  }
}
