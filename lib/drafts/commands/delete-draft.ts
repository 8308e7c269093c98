import type { Context } from '@/lib/kernel/context';
import { draftKey, removeDraft } from '../store';

/**
 * Forgets a draft, after its form was accepted or thrown away. Unknown ids are no error.
 * @returns the photos that it named; those that belong to nothing else are the caller's to discard
 */
export const deleteDraft = async (ctx: Context, input: { id: string }): Promise<{ photoIds: string[] }> => ({
  photoIds: await ctx.transaction((tx) => removeDraft(tx, draftKey(input.id))),
});
