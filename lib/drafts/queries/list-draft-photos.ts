import { and, asc, gt, inArray } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { draftKey } from '../store';
import { draft } from '../tables';

/** The photos that wait in these drafts, whatever their form; none of one that is over. */
export async function listDraftPhotos(ctx: Context, input: { ids: string[] }): Promise<string[]> {
  if (input.ids.length === 0) return [];
  const rows = await ctx.db
    .select({ photoIds: draft.photoIds })
    .from(draft)
    .where(and(inArray(draft.idHash, input.ids.map(draftKey)), gt(draft.expiresAt, Date.now())))
    .orderBy(asc(draft.idHash));
  return rows.flatMap(({ photoIds }) => photoIds);
}
