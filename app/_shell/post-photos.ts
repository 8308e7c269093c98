import { keyHeader, quietHeader } from '@/components/outbox/key-header';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import type { ActionState } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { guardOrigin } from '@/lib/transport/http';
import { problemResponse } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { readMultipart } from '@/lib/transport/upload-endpoint';
import { type Locale, reasonWords } from '@/lib/transport/words';
import { maxUploadBytes } from '@/lib/uploads/input';
import { dropKept, readKept, storeKept, type Typed } from './kept';
import { readPreferences } from './read-preferences';
import { storedPhotos } from './stored-photos';

/** Nine photos as phones make them; a single one that is too large is refused alone, with the text kept. */
const mostBytes = 9 * maxUploadBytes;
/** Of whoever is not signed in: enough for a form whose session ended meanwhile. */
const mostBytesOfStrangers = 2 * maxUploadBytes;

/** Ids per piece, as `storedPhotos` answers. */
export type Photos = Record<string, string[]>;
type State = ActionState<unknown>;

/** One form with photos, posted to an address of its own. */
export interface PhotoPost {
  /** What its draft is about, and the form's name (`storeKept`). */
  about: string;
  form: string;
  /** The page that the form stands on. */
  page: string;
  /** Where it leads once it was accepted. */
  done: string;
  /** Says that the session was over. */
  signedOut: () => Promise<string>;
  run: (ctx: Context, data: FormData, typed: Typed, ids: Photos) => Promise<State>;
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

const signIn = (next: string) => `/login?next=${encodeURIComponent(next)}`;

/**
 * Answers a form with photos. Photos are stored first, then the verb runs; on a refusal text and stored photos wait in a
 * draft and the page is drawn anew (303). The same with script and without. What the browser sends by itself while nobody is
 * signed in is not read: it keeps it.
 */
export async function answerPhotoPost(request: Request, post: PhotoPost): Promise<Response> {
  const { locale } = await readPreferences();
  const ctx = await currentContext();
  const signedIn = ctx.actor.kind === 'person';
  try {
    guardOrigin(request);
    if (!signedIn && request.headers.has(quietHeader)) return seeOther(signIn(post.page));
    const data = await readMultipart(request, signedIn ? mostBytes : mostBytesOfStrangers);
    const { ids, issues } = await storedPhotos(ctx, data, locale);
    const typed = { ...withoutPhotos(formFields(data)), ...keptFields(ids) };
    const back = `${post.page}?form=${post.form}#errors`;
    if (!signedIn) {
      await keep(ctx, post, typed, { message: await post.signedOut(), reason: 'auth.sign_in_required' });
      return seeOther(signIn(back));
    }
    const state = issues.length > 0 ? photosRefused(issues, locale) : await post.run(ctx, data, typed, ids);
    if (state.ok) {
      await dropKept(ctx, post.about, post.form);
      return seeOther(post.done);
    }
    await keep(ctx, post, typed, state);
    return seeOther(back);
  } catch (error) {
    // The browser still has all of it, and sends it once somebody is signed in: an address without `form` says so.
    const isKeptThere = !signedIn && request.headers.has(keyHeader);
    if (isKeptThere && isDomainError(error) && error.code === 'too_large') return seeOther(signIn(post.page));
    return unread(ctx, error, post, locale);
  }
}

const keep = (ctx: Context, post: PhotoPost, typed: Typed, state: Partial<State>) =>
  storeKept(
    ctx,
    post.about,
    post.form,
    typed,
    { message: state.message, reason: state.reason, issues: state.issues, conflict: state.version !== undefined },
    Object.entries(typed).flatMap(([name, value]) => (name.startsWith('kept.') ? [value].flat() : [])),
  );

const withoutPhotos = (fields: Typed): Typed =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('kept.') && name !== 'drop'));

const keptFields = (ids: Photos): Typed =>
  Object.fromEntries(Object.entries(ids).map(([kind, list]) => [`kept.${kind}`, list]));

const photosRefused = (issues: State['issues'], locale: Locale): State => ({
  ok: false,
  values: {},
  reason: 'input.invalid',
  message: reasonWords(locale, 'input.invalid', 'invalid'),
  issues,
});

/** The body could not be read at all: the page says so, and shows whatever an earlier try had kept. */
async function unread(ctx: Context, error: unknown, post: PhotoPost, locale: Locale): Promise<Response> {
  if (!isDomainError(error) || error.code === 'forbidden') {
    return problemResponse(error, { locale, requestId: ctx.requestId });
  }
  const before = await readKept(ctx, post.about, post.form);
  const message = reasonWords(locale, error.reason, error.code, error.details.params);
  await keep(ctx, post, before?.values ?? {}, { message, reason: error.reason });
  return seeOther(`${post.page}?form=${post.form}#errors`);
}
