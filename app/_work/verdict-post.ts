import { getTranslations } from 'next-intl/server';
import { decideWithNote } from '@/lib/orders/commands/decide-with-note';
import { passOrder } from '@/lib/orders/commands/pass-order';
import { reworkOrder } from '@/lib/orders/commands/rework-order';
import { passInput, reworkInput } from '@/lib/orders/input';
import { defineAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { readCode } from '../_order/read-code';
import { answerPhotoPost } from '../_shell/post-photos';
import { withBlame } from './keep-work';
import { loadQueue, placeInQueue } from './queue';
import { orderPath } from './sides';
import type { VerdictAnswer, VerdictForm } from './verdict-box';
import { wordsBeside } from './words-beside';

const pass = defineAction(passInput, passOrder);
const rework = defineAction(reworkInput, reworkOrder);

/** 验单通过, with a waiver where a piece is missing; 验单退回, with its reason and ten characters or more. */
const verdicts = {
  pass: (sent: FormData) => pass(untouched, sent),
  rework: (sent: FormData) => rework(untouched, sent),
};
const noted = {
  pass: (sent: FormData, words: string) =>
    defineAction(passInput, function pass(ctx, input) {
      return decideWithNote(ctx, { verdict: { pass: input }, note: { words } });
    })(untouched, sent),
  rework: (sent: FormData, words: string) =>
    defineAction(reworkInput, function rework(ctx, input) {
      return decideWithNote(ctx, { verdict: { rework: input }, note: { words } });
    })(untouched, sent),
};
const isVerdict = (name: string): name is keyof typeof verdicts => Object.hasOwn(verdicts, name);

/** Words of the other verdict came along: nothing is decided before it is known which one was meant. */
async function askWhich(form: VerdictForm, { field }: { field: string }): Promise<ActionState<never>> {
  const message = (await getTranslations('verify.both'))(form);
  const reason = 'input.invalid';
  return { ok: false, values: {}, reason, message, issues: [{ path: field, reason, message }] };
}

/** Words of the other verdict that are to stay become a note, given with the verdict or not at all. */
async function decide(form: VerdictForm, data: FormData): Promise<ActionState<unknown>> {
  const beside = wordsBeside(form, data);
  if (beside && !beside.keep) return askWhich(form, beside);
  return beside ? noted[form](data, beside.words) : verdicts[form](data);
}

/** After a decision the deck goes on: to the next order, with a word about the one just decided above it. */
async function onward(code: string): Promise<string> {
  const ctx = await currentContext();
  if (ctx.actor.kind !== 'person') return '/verify';
  const { next } = placeInQueue(await loadQueue({ ...ctx, actor: ctx.actor }), code);
  return next ? `/verify/o/${next}?of=${code}` : `/verify?of=${code}`;
}

/**
 * `POST /verify/verdict/CODE/pass` and `…/rework`: 303 to the next order, or back to this one with what was typed. The
 * page's script asks for JSON and gets the same two as `VerdictAnswer`.
 */
export async function postVerdict(
  request: Request,
  params: Promise<{ code: string; form: string }>,
): Promise<Response> {
  const { code: given, form } = await params;
  const code = readCode(given);
  if (!code || !isVerdict(form)) return new Response(null, { status: 303, headers: { location: '/verify' } });
  const done = await onward(code);
  const answer = await answerPhotoPost(request, {
    about: code,
    form,
    page: orderPath('verify', code),
    done,
    signedOut: async () => (await getTranslations('work'))('session_ended'),
    run: async (_ctx, data) => {
      data.set('code', code);
      return withBlame(await decide(form, data));
    },
  });
  if (answer.status !== 303 || request.headers.get('accept') !== 'application/json') return answer;
  const next = answer.headers.get('location') ?? '/verify';
  const told: VerdictAnswer = { passed: next === done, next };
  return Response.json(told, { headers: { 'cache-control': 'no-store' } });
}
