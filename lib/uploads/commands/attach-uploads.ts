import type { Context } from '@/lib/kernel/context';
import { markAttached } from '../store';

/** Marks photos as belonging to a record, so that they are never swept. Doing it twice changes nothing. */
export const attachUploads = (ctx: Context, input: { ids: string[] }): Promise<string[]> =>
  ctx.transaction((tx) => markAttached(tx, input.ids, Date.now()));
