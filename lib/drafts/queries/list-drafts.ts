import { and, asc, gt, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { draftKey } from '../store';
import { draft } from '../tables';
import type { Draft } from './load-draft';

/** These drafts, whatever their form; none that is over. */
export async function listDrafts(ctx: Context, input: { ids: string[] }): Promise<Draft[]> {
  if (input.ids.length === 0) return [];
  return ctx.db
    .select({ form: draft.form, fields: draft.fields, photoIds: draft.photoIds })
    .from(draft)
    .where(and(inArray(draft.idHash, input.ids.map(draftKey)), gt(draft.expiresAt, Date.now())))
    .orderBy(asc(draft.idHash));
}
