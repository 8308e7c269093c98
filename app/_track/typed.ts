import { cookies } from 'next/headers';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import { trackCookie } from './answers';
import { isStepName, type StepFields, type StepName } from './steps';

/**
 * What was typed into a step whose order could no longer be opened when it was sent (the day was over, another browser
 * window had looked up another order). It waits a day, and comes back when the order is opened again.
 */
const typedCookie = 'track_typed';
const form = 'track-typed';

/** @returns the cookie to send along */
export async function keepTyped(ctx: Context, handle: string, step: StepName, fields: StepFields): Promise<string> {
  const { words, solved, stars, reason, photoIds } = fields;
  const before = (await cookies()).get(typedCookie)?.value;
  const { id } = await saveDraft(ctx, {
    id: before,
    form,
    fields: { handle, step, words, solved, stars, reason },
    photoIds,
  });
  return trackCookie(typedCookie, id, 24 * 3600);
}

export interface Typed {
  handle: string;
  step: StepName;
  fields: Pick<StepFields, 'words' | 'solved' | 'stars' | 'reason' | 'photoIds'>;
}

export async function readTyped(ctx: Context): Promise<Typed | null> {
  const id = (await cookies()).get(typedCookie)?.value;
  const draft = id ? await loadDraft(ctx, { id, form }) : null;
  if (!draft) return null;
  const text = (name: string) => String(draft.fields[name] ?? '');
  const step = text('step');
  if (!isStepName(step)) return null;
  return {
    handle: text('handle'),
    step,
    fields: {
      words: text('words'),
      solved: text('solved'),
      stars: text('stars'),
      reason: text('reason'),
      photoIds: draft.photoIds,
    },
  };
}

/** @returns the cookies that take it away; none when there was nothing */
export async function forgetTyped(ctx: Context): Promise<string[]> {
  const id = (await cookies()).get(typedCookie)?.value;
  if (!id) return [];
  await deleteDraft(ctx, { id });
  return [trackCookie(typedCookie, '', 0)];
}
