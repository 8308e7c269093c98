import { randomBytes } from 'node:crypto';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { type DraftInput, draftBytes, draftInput, draftKeptMs, maxDraftBytes } from '../input';
import { draftKey, insertDraft, updateDraft } from '../store';

/**
 * Keeps what was typed for 24 hours. The id is 128 random bits and goes into an HttpOnly cookie; an id that is unknown,
 * over, or of another form is never taken over, so nobody can be made to type into a draft that somebody else reads.
 * @returns the id to put into the cookie
 * @throws too_large `draft.too_large`
 */
export async function saveDraft(ctx: Context, input: DraftInput): Promise<{ id: string }> {
  const { id, form, fields, photoIds } = parse(draftInput, input);
  if (draftBytes(fields) > maxDraftBytes) throw new DomainError('too_large', 'draft.too_large');
  const now = Date.now();
  const row = { form, fields, photoIds, expiresAt: now + draftKeptMs };
  const fresh = randomBytes(16).toString('base64url');
  return ctx.transaction(async (tx) => {
    if (id && (await updateDraft(tx, { ...row, idHash: draftKey(id) }, now))) return { id };
    await insertDraft(tx, { ...row, idHash: draftKey(fresh) });
    return { id: fresh };
  });
}
