import { getTranslations } from 'next-intl/server';
import { readPreferences } from '@/app/_shell/read-preferences';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { getOrder } from '@/lib/orders/queries/get-order';
import type { ActionState } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { guardOrigin } from '@/lib/transport/http';
import { problemResponse } from '@/lib/transport/problem';
import { currentContext, sessionHasEnded } from '@/lib/transport/session';
import { readMultipart } from '@/lib/transport/upload-endpoint';
import { type Locale, reasonWords } from '@/lib/transport/words';
import { maxUploadBytes } from '@/lib/uploads/input';
import { dropKept, readKept } from '../_shell/kept';
import { refusedAt, signInFirst, type WorkForm } from './answer-form';
import { statedKinds, unexcusedKinds } from './evidence-plan';
import { keepWork } from './keep-work';
import { isPhotoForm, photoForms } from './photo-forms';
import { pieceNamer } from './piece-names';
import { orderPath, readCode, sides, type TaskSide } from './sides';
import { storedPhotos } from './stored-photos';

/** Nine photos as phones make them; a single one that is too large is refused alone, with the text kept. */
const mostBytes = 9 * maxUploadBytes;

type Fields = Record<string, string | string[]>;
type Photos = Record<string, string[]>;

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/**
 * `POST /volunteer/evidence/CODE/FORM` and `/handle/…`: a form with photos. Photos are stored first, then the verb runs;
 * on a refusal text and stored photos wait in a draft and the page is drawn anew (303).
 */
export async function postPhotos(
  request: Request,
  side: TaskSide,
  params: Promise<{ code: string; form: string }>,
): Promise<Response> {
  const { code: given, form } = await params;
  const code = readCode(given);
  if (!code || !isPhotoForm(form)) return seeOther(sides[side].base);
  const work: WorkForm = { side, form, code, page: orderPath(side, code) };
  const page = `${work.page}${photoForms[form].at}`;
  const { locale } = await readPreferences();
  const ctx = await currentContext();
  try {
    guardOrigin(request);
    // Nobody ever signed in here has typed nothing that could be theirs.
    if (ctx.actor.kind !== 'person' && !(await sessionHasEnded())) {
      return seeOther(`/login?next=${encodeURIComponent(page)}`);
    }
    const data = await readMultipart(request, mostBytes);
    const { ids, issues } = await storedPhotos(ctx, data, locale);
    const typed = { ...withoutPhotos(formFields(data)), ...keptFields(ids) };
    if (ctx.actor.kind !== 'person') return seeOther(await signInFirst(ctx, work, page, typed));
    const state = issues.length > 0 ? photosRefused(issues, locale) : await run(form, work, data, typed, ids);
    if (state.ok) {
      await dropKept(ctx, code);
      return seeOther(`${work.page}?done=${form}`);
    }
    const named = state.reason === 'order.evidence_incomplete' ? await namedGaps(ctx, code, state, typed, ids) : state;
    await keepWork(ctx, { about: code, form, typed, state: named });
    return seeOther(refusedAt(page, form));
  } catch (error) {
    return unread(ctx, error, work, page, locale);
  }
}

const withoutPhotos = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('kept.') && name !== 'drop'));

const keptFields = (ids: Photos): Fields =>
  Object.fromEntries(Object.entries(ids).map(([kind, list]) => [`kept.${kind}`, list]));

async function run(
  form: keyof typeof photoForms,
  { code }: WorkForm,
  data: FormData,
  typed: Fields,
  ids: Photos,
): Promise<ActionState<unknown>> {
  const sent = new FormData();
  for (const name of ['version', 'clientId']) sent.append(name, String(data.get(name) ?? ''));
  sent.append('code', code);
  for (const [name, value] of photoForms[form].input(typed, ids)) sent.append(name, value);
  return photoForms[form].run(sent);
}

const photosRefused = (issues: ActionState['issues'], locale: Locale): ActionState<unknown> => ({
  ok: false,
  values: {},
  reason: 'input.invalid',
  message: reasonWords(locale, 'input.invalid', 'invalid'),
  issues,
});

/** The refusal of evidence names kinds as the program calls them; here each becomes an issue at its own field, in words. */
async function namedGaps(
  ctx: Context,
  code: string,
  state: ActionState<unknown>,
  typed: Fields,
  ids: Photos,
): Promise<ActionState<unknown>> {
  const [t, { locale }, order] = await Promise.all([getTranslations(), readPreferences(), getOrder(ctx, { code })]);
  const nameOf = pieceNamer(order, locale, t);
  const { given, excused } = statedKinds(typed, ids);
  const issues = unexcusedKinds(order.checklist, given, excused).map((kind) => ({
    path: `missing.${kind}`,
    reason: state.reason ?? '',
    message: t('work.finish.gap', { kind: nameOf(kind) }),
  }));
  return { ...state, issues, message: t('work.finish.gaps', { count: issues.length }) };
}

/** The body could not be read at all: the page says so, and shows whatever an earlier try had kept. */
async function unread(ctx: Context, error: unknown, work: WorkForm, page: string, locale: Locale): Promise<Response> {
  if (!isDomainError(error) || error.code === 'forbidden') {
    return problemResponse(error, { locale, requestId: ctx.requestId });
  }
  const before = await readKept(ctx, work.code, work.form);
  const message = reasonWords(locale, error.reason, error.code, error.details.params);
  await keepWork(ctx, {
    about: work.code,
    form: work.form,
    typed: before?.values ?? {},
    state: { message, reason: error.reason },
  });
  return seeOther(refusedAt(page, work.form));
}
