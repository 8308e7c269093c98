import type { Context } from '@/lib/kernel/context';
import { markDocumentAttached } from '../store';

/** Marks a document as belonging to a record, so that it is never swept. Doing it twice changes nothing. */
export const attachDocument = (ctx: Context, { id }: { id: string }): Promise<boolean> =>
  ctx.transaction((tx) => markDocumentAttached(tx, id, Date.now()));
