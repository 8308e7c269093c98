import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deleteDraft } from '@/lib/drafts/commands/delete-draft';
import { saveDraft } from '@/lib/drafts/commands/save-draft';
import { loadDraft } from '@/lib/drafts/queries/load-draft';
import type { Context } from '@/lib/kernel/context';
import type { InputIssue } from '@/lib/kernel/errors';
import type { ActionState } from '@/lib/transport/action-state';
import { secureSite } from '@/lib/transport/session-cookie';

/**
 * A refused staff form: its typed text waits in a draft row and the page is drawn anew from it (303, then GET), so that
 * it works the same with and without script, a reload sends nothing twice, and the text is still there when the action
 * itself is no longer open because somebody else was first.
 */
export interface KeptForm {
  form: string;
  values: Record<string, string | string[]>;
  /** The refusal in the reader's words. */
  message: string;
  issues: InputIssue[];
  /** Somebody else was first. */
  conflict: boolean;
  photoIds: string[];
}

/** One cookie a page: `/desk/o/PL20240110-0007` → `kept_desk_o_pl20240110-0007`. */
const cookieName = (path: string) => `kept${path.toLowerCase().replace(/[^a-z0-9-]+/g, '_')}`;
// Names that no field of a form has.
const note = { message: '_message', issues: '_issues', conflict: '_conflict', by: '_by' } as const;
/** Made anew with each page: what is shown on it. */
const perPage: readonly string[] = ['code', 'version'];

/** For the whole site: after signing in again the page is drawn within the answer of `/login`. */
const cookieOptions = () =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 24 * 3600 }) as const;

/** Nobody while the session was over; then whoever signs in next in this browser may go on. */
const authorOf = (ctx: Context): string => (ctx.actor.kind === 'person' ? ctx.actor.personId : '');

export interface Refused {
  message?: string;
  issues?: InputIssue[];
  conflict?: boolean;
}

/** Keeps what was typed into `form` of the page `path`, and what was wrong with it, for a day and this browser. */
export async function storeKept(
  ctx: Context,
  path: string,
  form: string,
  typed: Record<string, string | string[]>,
  refused: Refused = {},
  photoIds: string[] = [],
): Promise<void> {
  const jar = await cookies();
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !perPage.includes(name)));
  const { id } = await saveDraft(ctx, {
    id: jar.get(cookieName(path))?.value,
    form: `desk.${form}`,
    fields: {
      ...fields,
      [note.message]: refused.message ?? '',
      [note.issues]: JSON.stringify(refused.issues ?? []),
      [note.conflict]: refused.conflict ? 'yes' : '',
      [note.by]: authorOf(ctx),
    },
    photoIds,
  });
  jar.set(cookieName(path), id, cookieOptions());
}

/** As `storeKept`, and back to the form. */
export async function keepForm(
  ctx: Context,
  path: string,
  form: string,
  state: ActionState<unknown>,
  typed: Record<string, string | string[]> = state.values,
  query = new URLSearchParams(),
): Promise<never> {
  // Whoever was signed out meanwhile is told that, not that there is nothing here to see for nobody.
  const signedOut = ctx.actor.kind !== 'person' && (await getTranslations('desk.kept'))('signed_out');
  const refused = signedOut ? { message: signedOut } : { ...state, conflict: state.version !== undefined };
  await storeKept(ctx, path, form, typed, refused);
  query.set('form', form);
  redirect(`${path}?${query}#errors`);
}

/**
 * What was typed into the form that the address names; null when nothing was refused, or it was a day ago, or somebody
 * else had typed it: on a shared computer the next person does not read it.
 */
export async function readKept(
  ctx: Context,
  path: string,
  form: string | string[] | undefined,
): Promise<KeptForm | null> {
  const id = (await cookies()).get(cookieName(path))?.value;
  if (!id || typeof form !== 'string') return null;
  const draft = await loadDraft(ctx, { id, form: `desk.${form}` });
  if (!draft) return null;
  const {
    [note.message]: message,
    [note.issues]: issues,
    [note.conflict]: conflict,
    [note.by]: author,
    ...values
  } = draft.fields;
  if (author && author !== authorOf(ctx)) return null;
  return {
    form,
    values,
    message: String(message ?? ''),
    issues: JSON.parse(String(issues || '[]')) as InputIssue[],
    conflict: Boolean(conflict),
    photoIds: draft.photoIds,
  };
}

/** Forgets what an earlier try left. */
export async function dropKept(ctx: Context, path: string): Promise<void> {
  const jar = await cookies();
  const id = jar.get(cookieName(path))?.value;
  if (!id) return;
  await deleteDraft(ctx, { id });
  jar.set(cookieName(path), '', { ...cookieOptions(), maxAge: 0 });
}

/** After a form was accepted: forgets what an earlier try left, and goes on to `next`. */
export async function forgetKept(ctx: Context, path: string, next: string): Promise<never> {
  await dropKept(ctx, path);
  redirect(next);
}
