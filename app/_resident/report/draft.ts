import { cookies, headers } from 'next/headers';
import { quietHeader } from '@/components/outbox/key-header';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { shelveDraft } from '@/lib/drafts/commands/shelve-draft';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import { secureSite } from '@/lib/transport/session-cookie';
import { draftForm, eraseCleared, readCleared, setCleared } from './cleared';
import { type Fields, one } from './fields';

/** The random id of the report that this browser has begun; sent to every page, because `/photos` shows its photos. */
export const draftCookie = 'report_draft';
// Names that no field of the form has.
const issuesField = '_issues';
/** Brought back after it was cleared, and not sent or kept since. */
const backField = '_back';

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
  const draft = id ? await loadDraft(ctx, { id, form: draftForm }) : null;
  if (!draft) return null;
  const { [issuesField]: issues, [backField]: _, ...fields } = draft.fields;
  return { fields, photoIds: draft.photoIds, issues: JSON.parse(String(issues || '[]')) as InputIssue[] };
}

/**
 * Keeps text and photos for a day, for this browser alone; nothing of a report that the browser sent by itself, which keeps
 * it, because the next one may have been begun. @throws too_large `draft.too_large`
 */
export async function keepReportDraft(ctx: Context, draft: ReportDraft): Promise<void> {
  if ((await headers()).has(quietHeader)) return;
  const jar = await cookies();
  const before = jar.get(draftCookie)?.value;
  const { id } = await saveDraft(ctx, {
    id: before,
    form: draftForm,
    fields: { ...draft.fields, [issuesField]: JSON.stringify(draft.issues) },
    photoIds: draft.photoIds,
  });
  jar.set(draftCookie, id, options());
  if (id !== before) await eraseCleared(ctx, draft.photoIds);
}

/** Keeps it for the page at `at`. @returns its address, which says what is wrong when anything is; no later visit does. */
export async function keepForPage(ctx: Context, draft: ReportDraft, at: string): Promise<string> {
  await keepReportDraft(ctx, draft);
  if (draft.issues.length === 0) return at;
  const [path = ''] = at.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}refused=1#errors`;
}

/** To be begun anew; for ten minutes it can be brought back. */
export async function clearReportDraft(ctx: Context): Promise<void> {
  const jar = await cookies();
  const id = jar.get(draftCookie)?.value;
  if (!id || !(await shelveDraft(ctx, { id }))) return;
  await eraseCleared(ctx);
  await setCleared(id);
  jar.set(draftCookie, '', { ...options(), maxAge: 0 });
}

/**
 * Brings back what was cleared.
 * @returns `there` also when an earlier tap did; `other` when a report was begun since, which stays; `late` when nothing is left
 */
export async function bringBackReportDraft(ctx: Context): Promise<'there' | 'other' | 'late'> {
  const jar = await cookies();
  const standing = jar.get(draftCookie)?.value;
  const begun = standing ? await loadDraft(ctx, { id: standing, form: draftForm }) : null;
  if (begun) return begun.fields[backField] ? 'there' : 'other';
  const cleared = await readCleared(ctx);
  if (!cleared) return 'late';
  const { id } = await saveDraft(ctx, { ...cleared, fields: { ...cleared.fields, [backField]: 'yes' } });
  jar.set(draftCookie, id, options());
  await setCleared(null);
  return 'there';
}

/** It was sent. */
async function forgetReportDraft(ctx: Context): Promise<void> {
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
  if (!(await headers()).has(quietHeader)) await eraseCleared(ctx);
  const draft = await readReportDraft(ctx);
  if (!draft) return;
  const isSame = (name: string) => one(draft.fields, name) === one(sent, name);
  if (isSame('clientId') || (isSame('words') && one(draft.fields, 'words'))) await forgetReportDraft(ctx);
}
