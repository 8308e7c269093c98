import { cookies } from 'next/headers';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import type { ActionState } from '@/lib/transport/action-state';
import type { KeptForm } from '../_desk/kept';
import { blamedField } from './blamed-field';

/**
 * A refused form of a task: what was typed, and the ids of its photos under `kept.KIND`, wait in a draft row of their
 * order for 24 hours, and the page is drawn anew from it. The same for forms with photos (route handlers) and without
 * (server actions), with script and without.
 */
export interface KeptWork extends KeptForm {
  reason: string;
}

// Names that no field of a form has.
const note = {
  message: '_message',
  reason: '_reason',
  issues: '_issues',
  conflict: '_conflict',
  by: '_by',
} as const;
/** Made anew with each page: the version that is shown, and the key of one sending. */
const perPage: readonly string[] = ['code', 'version', 'clientId', 'side'];

/** One draft an order and browser; `about` is its number, or a word for a page that is about none. */
const cookieName = (about: string) => `kept_${about.toLowerCase()}`;
/** For the whole site: after signing in again the page is drawn within the answer of `/login`. */
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 24 * 3600 } as const;
/** Nobody while the session was over; then whoever signs in next in this browser may go on. */
const authorOf = (ctx: Context): string => (ctx.actor.kind === 'person' ? ctx.actor.personId : '');

export interface KeepInput {
  about: string;
  form: string;
  typed: Record<string, string | string[]>;
  state: Pick<ActionState<unknown>, 'message' | 'reason' | 'issues' | 'version'>;
}

/** Keeps a refused form. The browser has the draft's id in a cookie afterwards. */
export async function keepWork(ctx: Context, { about, form, typed, state }: KeepInput): Promise<void> {
  const jar = await cookies();
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !perPage.includes(name)));
  const message = state.message ?? '';
  const path = blamedField(state.reason ?? '');
  const issues: InputIssue[] = state.issues ?? (path ? [{ path, reason: state.reason ?? '', message }] : []);
  const photoIds = Object.entries(fields).flatMap(([name, value]) => (name.startsWith('kept.') ? [value].flat() : []));
  const { id } = await saveDraft(ctx, {
    id: jar.get(cookieName(about))?.value,
    form: `work.${form}`,
    photoIds: photoIds.slice(0, 20),
    fields: {
      ...fields,
      [note.message]: message,
      [note.reason]: state.reason ?? '',
      [note.issues]: JSON.stringify(issues),
      [note.conflict]: state.version === undefined ? '' : String(state.version),
      [note.by]: authorOf(ctx),
    },
  });
  jar.set(cookieName(about), id, cookieOptions);
}

/** What was typed into the form that the address names; null when nothing was refused, or it was a day ago. */
export async function readKeptWork(
  ctx: Context,
  about: string,
  form: string | string[] | undefined,
): Promise<KeptWork | null> {
  const id = (await cookies()).get(cookieName(about))?.value;
  if (!id || typeof form !== 'string' || !/^[a-z]{1,20}$/.test(form)) return null;
  const draft = await loadDraft(ctx, { id, form: `work.${form}` });
  if (!draft) return null;
  const {
    [note.message]: message,
    [note.reason]: reason,
    [note.issues]: issues,
    [note.conflict]: conflict,
    [note.by]: author,
    ...values
  } = draft.fields;
  // On a shared computer the next person does not read what somebody else had typed.
  if (author && author !== authorOf(ctx)) return null;
  return {
    form,
    values,
    message: String(message ?? ''),
    reason: String(reason ?? ''),
    issues: JSON.parse(String(issues || '[]')) as InputIssue[],
    conflict: Boolean(conflict),
    photoIds: draft.photoIds,
  };
}

/** After a form was accepted: forgets what an earlier try of this order left. */
export async function forgetWork(ctx: Context, about: string): Promise<void> {
  const jar = await cookies();
  const id = jar.get(cookieName(about))?.value;
  if (!id) return;
  await deleteDraft(ctx, { id });
  jar.set(cookieName(about), '', { ...cookieOptions, maxAge: 0 });
}
