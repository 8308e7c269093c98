import { cookies } from 'next/headers';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import { secureSite } from '@/lib/transport/session-cookie';
import type { Fields } from './fields';

/** The random id of the report that this browser has begun; sent to every page, because `/photos` shows its photos. */
export const draftCookie = 'report_draft';
const form = 'report';
// Names that no field of the form has.
const issuesField = '_issues';

const options = () =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 24 * 3600 }) as const;

export interface ReportDraft {
  fields: Fields;
  photoIds: string[];
  issues: InputIssue[];
}

/** What this browser has typed and sent so far; null when there is nothing, or it was a day ago. */
export async function readReportDraft(ctx: Context): Promise<ReportDraft | null> {
  const id = (await cookies()).get(draftCookie)?.value;
  const draft = id ? await loadDraft(ctx, { id, form }) : null;
  if (!draft) return null;
  const { [issuesField]: issues, ...fields } = draft.fields;
  return { fields, photoIds: draft.photoIds, issues: JSON.parse(String(issues || '[]')) as InputIssue[] };
}

/** Keeps text and photos for a day, for this browser alone. @throws too_large `draft.too_large` */
export async function keepReportDraft(ctx: Context, draft: ReportDraft): Promise<void> {
  const jar = await cookies();
  const { id } = await saveDraft(ctx, {
    id: jar.get(draftCookie)?.value,
    form,
    fields: { ...draft.fields, [issuesField]: JSON.stringify(draft.issues) },
    photoIds: draft.photoIds,
  });
  jar.set(draftCookie, id, options());
}

/** The report was sent, or is to be begun anew. */
export async function forgetReportDraft(ctx: Context): Promise<void> {
  const jar = await cookies();
  const id = jar.get(draftCookie)?.value;
  if (!id) return;
  await deleteDraft(ctx, { id });
  jar.set(draftCookie, '', { ...options(), maxAge: 0 });
}
