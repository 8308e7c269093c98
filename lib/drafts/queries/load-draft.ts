import { and, eq, gt } from 'drizzle-orm';
import type { Context } from '@/lib/kernel/context';
import { draftKey } from '../store';
import { draft } from '../tables';

export interface Draft {
  form: string;
  fields: Record<string, string | string[]>;
  photoIds: string[];
}

/** What was typed into `form`; null when there is no such draft, it is over, or it belongs to another form. */
export async function loadDraft(ctx: Context, input: { id: string; form: string }): Promise<Draft | null> {
  const rows = await ctx.db
    .select({ form: draft.form, fields: draft.fields, photoIds: draft.photoIds })
    .from(draft)
    .where(and(eq(draft.idHash, draftKey(input.id)), eq(draft.form, input.form), gt(draft.expiresAt, Date.now())));
  return rows[0] ?? null;
}
