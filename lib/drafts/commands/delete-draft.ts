import type { Context } from '@/lib/kernel/context';
import { draftKey, removeDraft } from '../store';

/** Forgets a draft after its form was accepted. Unknown ids are no error. */
export const deleteDraft = (ctx: Context, input: { id: string }): Promise<void> =>
  ctx.transaction((tx) => removeDraft(tx, draftKey(input.id)));
