import type { Context } from '@/lib/kernel/context';
import { draftKey, removeDraft, removeExpired } from '../store';

/** Forgets a draft after its form was accepted. Unknown ids are no error. */
export const deleteDraft = (ctx: Context, input: { id: string }): Promise<void> =>
  ctx.transaction((tx) => removeDraft(tx, draftKey(input.id)));

/** Forgets every draft that is over. @returns how many; the worker calls it */
export const sweepDrafts = (ctx: Context): Promise<number> => ctx.transaction((tx) => removeExpired(tx, Date.now()));
