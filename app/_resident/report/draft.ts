import { cookies, headers } from 'next/headers';
import { quietHeader } from '@/components/outbox/key-header';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import { secureSite } from '@/lib/transport/session-cookie';
import { type Fields, one } from './fields';

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

/**
 * Keeps text and photos for a day, for this browser alone; nothing of a report that the browser sent by itself, which keeps
 * it, because the next one may have been begun. @throws too_large `draft.too_large`
 */
export async function keepReportDraft(ctx: Context, draft: ReportDraft): Promise<void> {
  if ((await headers()).has(quietHeader)) return;
  const jar = await cookies();
  const { id } = await saveDraft(ctx, {
    id: jar.get(draftCookie)?.value,
    form,
    fields: { ...draft.fields, [issuesField]: JSON.stringify(draft.issues) },
    photoIds: draft.photoIds,
  });
  jar.set(draftCookie, id, options());
}

/** To be begun anew. */
export async function forgetReportDraft(ctx: Context): Promise<void> {
  const jar = await cookies();
  const id = jar.get(draftCookie)?.value;
  if (!id) return;
  await deleteDraft(ctx, { id });
  jar.set(draftCookie, '', { ...options(), maxAge: 0 });
}

/**
 * A report was sent: forgets what an earlier try of it left. The browser may have sent it by itself while the next one is
 * being written, whose draft stays.
 */
export async function forgetSentDraft(ctx: Context, sent: Fields): Promise<void> {
  const draft = await readReportDraft(ctx);
  if (!draft) return;
  const isSame = (name: string) => one(draft.fields, name) === one(sent, name);
  if (isSame('clientId') || (isSame('words') && one(draft.fields, 'words'))) await forgetReportDraft(ctx);
}
