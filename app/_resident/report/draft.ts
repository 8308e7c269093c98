import { cookies, headers } from 'next/headers';
import { quietHeader } from '@/components/outbox/key-header';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { shelveDraft } from '@/lib/drafts/commands/shelve-draft';
import { clearedKeptMs } from '@/lib/drafts/input';
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
// Behind the id of a draft that was cleared: it opens nothing any more, and can be brought back.
const clearedMark = '.cleared';

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
  jar.set(draftCookie, `${id}${clearedMark}`, { ...options(), maxAge: clearedKeptMs / 1000 });
}

/** The draft that this browser has cleared, while it can be brought back. */
async function readCleared(ctx: Context) {
  const [id = '', mark] = ((await cookies()).get(draftCookie)?.value ?? '').split('.');
  if (mark === undefined) return null;
  const draft = await loadDraft(ctx, { id, form });
  return draft && { id, ...draft };
}

export const canBringBack = async (ctx: Context): Promise<boolean> => (await readCleared(ctx)) !== null;

/** Brings back what was cleared. @returns false when it is over, or another report was begun meanwhile */
export async function bringBackReportDraft(ctx: Context): Promise<boolean> {
  const cleared = await readCleared(ctx);
  if (!cleared) return false;
  const { id } = await saveDraft(ctx, cleared);
  (await cookies()).set(draftCookie, id, options());
  return true;
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
  const draft = await readReportDraft(ctx);
  if (!draft) return;
  const isSame = (name: string) => one(draft.fields, name) === one(sent, name);
  if (isSame('clientId') || (isSame('words') && one(draft.fields, 'words'))) await forgetReportDraft(ctx);
}
