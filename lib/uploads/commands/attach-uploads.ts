import type { Context } from '@/lib/kernel/context';
import { forgetWhoStored, markAttached } from '../store';

/**
 * Marks photos as belonging to a record, so that they are never swept. Doing it twice changes nothing.
 * @param input.nameless those of `ids` of which nobody is to know who stored them
 */
export const attachUploads = (ctx: Context, input: { ids: string[]; nameless?: string[] }): Promise<string[]> =>
  ctx.transaction(async (tx) => {
    await forgetWhoStored(tx, input.nameless ?? []);
    return markAttached(tx, input.ids, Date.now());
  });
