import type { Context } from '@/lib/kernel/context';
import { clearedKeptMs } from '../input';
import { draftKey, shortenDraft } from '../store';

/**
 * Somebody cleared their form: what it held is kept ten minutes more, in case the tap was a slip; `saveDraft` brings it
 * back to life. @returns false when there is no such draft, or it is over
 */
export const shelveDraft = (ctx: Context, input: { id: string }): Promise<boolean> => {
  const now = Date.now();
  return ctx.transaction((tx) => shortenDraft(tx, draftKey(input.id), now, now + clearedKeptMs));
};
