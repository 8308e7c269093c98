import { cookies, headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { quietHeader } from '@/components/outbox/key-header';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { draftBytes, fittingFields, maxDraftBytes } from '@/lib/drafts/input';
import { listDrafts } from '@/lib/drafts/queries/list-drafts';
import { type Draft, loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import { secureSite } from '@/lib/transport/session-cookie';
import { type Locale, reasonWords } from '@/lib/transport/words';

export type Typed = Record<string, string | string[]>;

/**
 * A refused staff form: its typed text waits in a draft row and the page is drawn anew from it (303, then GET), so that
 * it works the same with and without script, a reload sends nothing twice, and the text is still there when the action
 * itself is no longer open because somebody else was first.
 */
export interface KeptForm {
  form: string;
  values: Typed;
  /** The refusal in the reader's words. */
  message: string;
  reason: string;
  issues: InputIssue[];
  /** Somebody else was first. */
  conflict: boolean;
  photoIds: string[];
}

export interface Refused {
  message?: string;
  reason?: string;
  issues?: InputIssue[];
  conflict?: boolean;
}

const cookiePrefix = 'kept_';
/** One cookie a page or an order: `/desk/o/PL20240110-0007` → `kept_desk_o_pl20240110-0007`. */
const cookieName = (about: string) =>
  `${cookiePrefix}${about
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[^a-z0-9-]+/g, '_')}`;
// Names that no field of a form has.
const note = {
  message: '_message',
  reason: '_reason',
  issues: '_issues',
  conflict: '_conflict',
  by: '_by',
} as const;
/** Made anew with each page: what it acts on, and the version that is shown. */
const perPage: readonly string[] = ['code', 'version', 'side'];
const mostPhotos = 20;

/** For the whole site: after signing in again the page is drawn within the answer of `/login`. */
const cookieOptions = () =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 24 * 3600 }) as const;

/** Nobody while the session was over; then whoever signs in next in this browser may go on. */
const authorOf = (ctx: Context): string => (ctx.actor.kind === 'person' ? ctx.actor.personId : '');

const isOwn = (ctx: Context, { fields }: Draft): boolean => !fields[note.by] || fields[note.by] === authorOf(ctx);

/**
 * Keeps what was typed into `form`, what was wrong with it, and its stored photos, for a day and this browser; nothing of
 * what the browser sent by itself, which keeps it. Where it is more than a draft holds, the longest fields are left out and
 * the refusal says so. `about`: the path of the page, or the number of the order.
 */
export async function storeKept(
  ctx: Context,
  about: string,
  form: string,
  typed: Typed,
  refused: Refused = {},
  photoIds: string[] = [],
): Promise<void> {
  if ((await headers()).has(quietHeader)) return;
  const jar = await cookies();
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !perPage.includes(name)));
  const said = (message: string) => ({
    [note.message]: message,
    [note.reason]: refused.reason ?? '',
    [note.issues]: JSON.stringify(refused.issues ?? []),
    [note.conflict]: refused.conflict ? 'yes' : '',
    [note.by]: authorOf(ctx),
  });
  const whole = { ...fields, ...said(refused.message ?? '') };
  const fitted = async () => {
    const tooLong = reasonWords((await getLocale()) as Locale, 'draft.too_large', 'too_large');
    const short = said([refused.message, tooLong].filter(Boolean).join(' '));
    return { ...fittingFields(fields, maxDraftBytes - draftBytes(short)), ...short };
  };
  const { id } = await saveDraft(ctx, {
    id: jar.get(cookieName(about))?.value,
    form: `staff.${form}`,
    fields: draftBytes(whole) <= maxDraftBytes ? whole : await fitted(),
    photoIds: photoIds.slice(0, mostPhotos),
  });
  jar.set(cookieName(about), id, cookieOptions());
}

/**
 * What was typed into the form that the address names; null when nothing was refused, or it was a day ago, or somebody
 * else had typed it: on a shared computer the next person does not read it.
 */
export async function readKept(
  ctx: Context,
  about: string,
  form: string | string[] | undefined,
): Promise<KeptForm | null> {
  const id = (await cookies()).get(cookieName(about))?.value;
  if (!id || typeof form !== 'string') return null;
  const draft = await loadDraft(ctx, { id, form: `staff.${form}` });
  if (!draft || !isOwn(ctx, draft)) return null;
  const {
    [note.message]: message,
    [note.reason]: reason,
    [note.issues]: issues,
    [note.conflict]: conflict,
    [note.by]: _author,
    ...values
  } = draft.fields;
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

/**
 * Whether a photo waits in a refused form of this browser that this person may read: its sender's session may have been
 * over when it came.
 */
export async function isKeptPhoto(ctx: Context, photoId: string): Promise<boolean> {
  const ids = (await cookies())
    .getAll()
    .filter(({ name }) => name.startsWith(cookiePrefix))
    .map(({ value }) => value)
    .slice(0, 50);
  return (await listDrafts(ctx, { ids })).some((draft) => isOwn(ctx, draft) && draft.photoIds.includes(photoId));
}

/**
 * After a form was accepted: forgets what an earlier try left. `form`: only of this form, because the browser may have sent
 * it by itself while another of the same page is being written.
 */
export async function dropKept(ctx: Context, about: string, form?: string): Promise<void> {
  const jar = await cookies();
  const id = jar.get(cookieName(about))?.value;
  if (!id || (form && !(await loadDraft(ctx, { id, form: `staff.${form}` })))) return;
  await deleteDraft(ctx, { id });
  jar.set(cookieName(about), '', { ...cookieOptions(), maxAge: 0 });
}
