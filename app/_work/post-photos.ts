import { getTranslations } from 'next-intl/server';
import { keyHeader } from '@/components/outbox/key-header';
import type { Context } from '@/lib/kernel/context';
import { limits } from '@/lib/orders/input';
import { actedBefore } from '@/lib/orders/queries/acted-before';
import { getOrder } from '@/lib/orders/queries/get-order';
import type { ActionState } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { readCode } from '../_order/read-code';
import type { Typed } from '../_shell/kept';
import { answerPhotoPost, type Photos } from '../_shell/post-photos';
import { readPreferences } from '../_shell/read-preferences';
import { statedKinds, unexcusedKinds } from './evidence-plan';
import { withBlame } from './keep-work';
import { lateWords } from './late-words';
import { isPhotoForm, one, photoForms } from './photo-forms';
import { pieceNamer } from './piece-names';
import { orderPath, sides, type TaskSide } from './sides';

/** `POST /volunteer/evidence/CODE/FORM` and `/handle/…`: a form of a task that may carry photos. */
export async function postPhotos(
  request: Request,
  side: TaskSide,
  params: Promise<{ code: string; form: string }>,
): Promise<Response> {
  const { code: given, form } = await params;
  const code = readCode(given);
  if (!code || !isPhotoForm(form)) return new Response(null, { status: 303, headers: { location: sides[side].base } });
  const page = orderPath(side, code);
  const done = `${page}?done=${form}`;
  if (await wasSent(request, form)) return new Response(null, { status: 303, headers: { location: done } });
  return answerPhotoPost(request, {
    about: code,
    form,
    page: `${page}${photoForms[form].at}`,
    done,
    signedOut: async () => (await getTranslations('work'))('session_ended'),
    run: async (ctx, data, typed, ids) => {
      const late = await lateWords(ctx, request, form);
      const words = `${one(typed, 'words')}\n${late}`.trim();
      const isOneNote = form === 'note' && words.length <= limits.words;
      // What was pressed without a network is not handed back to be worded better.
      const sent = late ? { ...typed, reviewReply: '' } : typed;
      const state = await run(form, code, data, late && isOneNote ? { ...sent, words } : sent, ids);
      if (state.ok && late && !isOneNote) await noteLate(code, data, late);
      return state.reason === 'order.evidence_incomplete' ? namedGaps(ctx, code, state, typed, ids) : withBlame(state);
    },
  });
}

/** The page sent what it keeps a second time, because it never read the answer to the first. */
async function wasSent(request: Request, form: keyof typeof photoForms): Promise<boolean> {
  const clientId = request.headers.get(keyHeader);
  return clientId !== null && actedBefore(await currentContext(), { action: photoForms[form].action, clientId });
}

async function run(
  form: keyof typeof photoForms,
  code: string,
  data: FormData,
  typed: Typed,
  ids: Photos,
): Promise<ActionState<unknown>> {
  const sent = new FormData();
  for (const name of ['version', 'clientId']) sent.append(name, String(data.get(name) ?? ''));
  sent.append('code', code);
  for (const [name, value] of photoForms[form].input(typed, ids)) sent.append(name, value);
  return photoForms[form].run(sent);
}

/**
 * Beside what was pressed without a network and has no room for these words; under a key of its own, so it is said once. A
 * note is allowed in every open state (3.1), also after 办完了.
 */
async function noteLate(code: string, data: FormData, words: string): Promise<void> {
  const sent = new FormData();
  sent.append('version', String(data.get('version') ?? ''));
  sent.append('clientId', `${data.get('clientId')}-late`);
  await run('note', code, sent, { words }, {});
}

/** The refusal of evidence names kinds as the program calls them; here each becomes an issue at its own field, in words. */
async function namedGaps(
  ctx: Context,
  code: string,
  state: ActionState<unknown>,
  typed: Typed,
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
