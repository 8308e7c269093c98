import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/components/preferences';
import type { Context } from '@/lib/kernel/context';
import { type InputIssue, isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { type SubmitResult, submitOrder } from '@/lib/orders/commands/submit-order';
import { submitOrderInput } from '@/lib/orders/input';
import { isOpen } from '@/lib/orders/status';
import { refusedState } from '@/lib/transport/action';
import { readInput } from '@/lib/transport/issues';
import { logUnexpected } from '@/lib/transport/log';
import { reasonWords } from '@/lib/transport/words';
import { letSenderIn } from '../../_track/grant';
import { openTracked } from '../../_track/viewer';
import type { PostedForm } from '../form-body';
import { myOrdersCookie, myOrdersCookieOptions, withMyCode } from '../my-orders-cookie';
import { atSlip } from './at-slip';
import { eraseCleared } from './cleared';
import { bringBackReportDraft, clearReportDraft, forgetSentDraft, keepForPage, readReportDraft } from './draft';
import {
  type Fields,
  fieldsOf,
  issuesOfReport,
  keepFields,
  one,
  readStep,
  reportInput,
  type Step,
  stepOf,
  storable,
} from './fields';
import { asksFurther, kindOf, tileNamed, withKind } from './kinds';
import { type TakenPhotos, takePhotosOf } from './photos';
import { choosePreferences } from './preferences';
import { oncePerPost } from './same-post';
import { secretCookie, secretCookieOptions, writeSecret } from './secret-cookie';
import { readSent, type Sent, sentCookie, sentCookieOptions, sentOf, standingToSent, writeSent } from './sent-before';
import { spoken } from './spoken';

/** Fields of which the form can say more than that they are missing or wrong. */
const ownWords: readonly string[] = ['words', 'phone'];
const plainReasons: readonly string[] = [
  'input.required',
  'input.wrong_shape',
  'input.not_a_phone',
  'input.wrong_type',
];

/** The refusal of a verb as issues of the form's fields, in the reader's words. */
async function issuesOfRefusal(error: unknown, ctx: Context, typed: Fields): Promise<InputIssue[]> {
  const t = await getTranslations('report.error');
  const { reason = '', message = '', issues } = await refusedState(error, ctx, typed, 'post /report/submit');
  return issuesOfReport({ reason, message, issues }).map((issue) =>
    ownWords.includes(issue.path) && plainReasons.includes(issue.reason) ? { ...issue, message: t(issue.path) } : issue,
  );
}

/** What can already be said of the typed fields, before anything is sent. */
async function issuesOfTyped(ctx: Context, typed: Fields, locale: Locale): Promise<InputIssue[]> {
  const found: InputIssue[] = [];
  const input = reportInput(typed, []);
  try {
    readInput(submitOrderInput, input, { texts: false, locale });
  } catch (error) {
    found.push(...(await issuesOfRefusal(error, ctx, typed)));
  }
  const { areaCode, address, pointCode, point } = input.place;
  if (!areaCode && !address && !pointCode && !point) {
    const reason = 'order.place_missing';
    found.push({ path: 'area', reason, message: reasonWords(locale, reason, 'invalid') });
  }
  return found;
}

async function rememberSent(ctx: Context, sent: SubmitResult, typed: Fields, form: PostedForm): Promise<string> {
  const jar = await cookies();
  jar.set(sentCookie, writeSent(sentOf(sent.queryCode, typed, form)), sentCookieOptions());
  jar.set(myOrdersCookie, withMyCode(jar.get(myOrdersCookie)?.value, sent.queryCode), myOrdersCookieOptions());
  if (sent.pin) jar.set(secretCookie, writeSecret(sent.queryCode, sent.pin), secretCookieOptions());
  try {
    if (sent.pin) await letSenderIn(ctx, { queryCode: sent.queryCode, pin: sent.pin });
    await forgetSentDraft(ctx, typed);
  } catch (error) {
    // The report is in; a draft that stays for a day, or a PIN asked for again, must not make it look lost.
    logUnexpected(error, ctx.requestId);
  }
  return `/report/done/${sent.queryCode}`;
}

interface Tried {
  photos: TakenPhotos;
  issues?: InputIssue[];
  sent?: SubmitResult;
  refusal?: unknown;
}

/** Photos first, then the order, when photos and fields are good. */
async function send(ctx: Context, form: PostedForm, typed: Fields, locale: Locale): Promise<Tried> {
  const photos = await takePhotosOf(ctx, form);
  const issues = [...photos.issues, ...(await issuesOfTyped(ctx, typed, locale))];
  if (issues.length > 0) return { photos, issues };
  try {
    return { photos, sent: await submitOrder(ctx, reportInput(typed, photos.ids)) };
  } catch (refusal) {
    return { photos, refusal };
  }
}

/**
 * Answers a post of the report form. @returns the address to go to with 303
 * @throws whatever keeps the draft from being stored: then the caller hands the text back on a page
 */
export async function answerReport(ctx: Context, form: PostedForm, locale: Locale): Promise<string> {
  const posted = storable(form.fields);
  const verb = one(posted, 'do');
  if (verb === 'clear') {
    await clearReportDraft(ctx);
    return '/report#cleared';
  }
  if (verb === 'erase') {
    await eraseCleared(ctx);
    return '/report?cleared=erased#cleared';
  }
  if (verb === 'restore') {
    const found = await bringBackReportDraft(ctx);
    return found === 'there' ? '/report' : `/report?cleared=${found}#cleared`;
  }
  const step = readStep(one(posted, 'step'));
  const draft = step ? await readReportDraft(ctx) : null;
  // The answers of the pages before; not those of another report that was begun in this browser meanwhile.
  const isOther = draft !== null && one(posted, 'clientId') !== one(draft.fields, 'clientId');
  const before = isOther ? {} : (draft?.fields ?? {});
  // What the page showed travels along: with a slip in it, a place of the draft that does not come was not shown.
  const slip = one(posted, 'point');
  const typed = keepFields({ ...(slip ? atSlip(before, { code: slip }) : before), ...posted });
  // Another size or language in the middle: everything stays, and the same page comes again.
  if (await choosePreferences(posted)) return keepAsIs(ctx, form, typed, step ? `/report?step=${step}` : '/report');
  const turn = readTurn(verb, posted);
  if (step && (step < 4 || turn === 'back')) return turnPage(ctx, form, typed, step, turn, locale);
  const said = await spoken(ctx, typed, await getTranslations());
  const sent = readSent((await cookies()).get(sentCookie)?.value);
  const standing = standingToSent(sent, said, form);
  if (sent && standing) {
    const before = standing === 'same' && isSameForm(sent, typed) ? 'open' : await stateOfSent(ctx, sent.queryCode);
    if (before === 'open' && standing === 'same') return `/report/done/${sent.queryCode}?again=1`;
    if (before !== 'gone') return askFirst(ctx, form, typed, sent.queryCode, step !== null);
  }
  if (!step && one(posted, 'check')) return checkFirst(ctx, form, typed, locale);
  const tried = await oncePerPost(
    one(typed, 'clientId'),
    form,
    () => send(ctx, form, said, locale),
    ({ sent }) => sent !== undefined,
  );
  if (tried.sent) return rememberSent(ctx, tried.sent, said, form);
  const { photos, refusal } = tried;
  const issues = tried.issues ?? (await issuesOfRefusal(refusal, ctx, typed));
  // The key belongs to what was sent before; this is another report, and the next try says so.
  const reused = issues.some((issue) => issue.reason === 'request.key_reused');
  const fields = reused ? { ...typed, clientId: newId() } : typed;
  const at = step ? `/report?step=${stepOf(issues[0]?.path ?? 'words')}` : '/report';
  return keepForPage(ctx, { fields, photoIds: photos.ids, issues }, at);
}

const isSameForm = (sent: Sent, typed: Fields): boolean =>
  sent.clientId !== '' && sent.clientId === one(typed, 'clientId');

/**
 * How the order that was sent before stands: once it is over the same words may well be the same trouble again, and an
 * order that is not there any more stands in nobody's way.
 */
async function stateOfSent(ctx: Context, queryCode: string): Promise<'open' | 'over' | 'gone'> {
  try {
    const { order } = await openTracked(ctx, queryCode);
    return isOpen(order.status) ? 'open' : 'over';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code === 'not_found' ? 'gone' : 'over';
  }
}

/** 您刚才已经报过这件事: everything is kept, and the person says whether it is another matter. */
async function askFirst(
  ctx: Context,
  form: PostedForm,
  typed: Fields,
  queryCode: string,
  inSteps: boolean,
): Promise<string> {
  const photos = await takePhotosOf(ctx, form);
  const fields = { ...typed, anew: queryCode, clientId: newId() };
  const at = inSteps ? '/report?step=4#sent-before' : '/report#sent-before';
  return keepForPage(ctx, { fields, photoIds: photos.ids, issues: photos.issues }, at);
}

/** Keeps what was typed and the photos, says nothing about it, and leads to `location`. */
async function keepAsIs(ctx: Context, form: PostedForm, fields: Fields, location: string): Promise<string> {
  const photos = await takePhotosOf(ctx, form);
  return keepForPage(ctx, { fields, photoIds: photos.ids, issues: photos.issues }, location);
}

/**
 * Without script the form cannot say, before it is sent, what the words are taken for and what is promised: a page of its
 * own does. What is wrong is said on the form.
 */
async function checkFirst(ctx: Context, form: PostedForm, fields: Fields, locale: Locale): Promise<string> {
  const photos = await takePhotosOf(ctx, form);
  const issues = [...photos.issues, ...(await issuesOfTyped(ctx, fields, locale))];
  return keepForPage(ctx, { fields, photoIds: photos.ids, issues }, issues.length > 0 ? '/report' : '/report?step=4');
}

type Turn = 'next' | 'back' | 'elsewhere' | { tile: string };

function readTurn(verb: string | undefined, posted: Fields): Turn {
  const tile = tileNamed(one(posted, 'tile'));
  if (tile && asksFurther(tile)) return { tile: tile.name };
  return verb === 'back' || verb === 'elsewhere' ? verb : 'next';
}

const nowhere = { area: '', point: '', address: '', detail: '', here: '', lat: '', lng: '' };

/** Elder mode: one page on or back; what is wrong on this page is said on this page. */
async function turnPage(
  ctx: Context,
  form: PostedForm,
  typed: Fields,
  step: Step,
  turn: Turn,
  locale: Locale,
): Promise<string> {
  if (turn === 'elsewhere') return keepAsIs(ctx, form, { ...typed, ...nowhere }, '/report?step=2&other=1');
  if (typeof turn === 'object') return keepAsIs(ctx, form, typed, `/report?step=1&tile=${turn.tile}`);
  if (turn === 'back') {
    // On one page there is no third question to go back to.
    const isOnePage = one(form.fields, 'back') === 'form';
    return keepAsIs(ctx, form, typed, isOnePage ? '/report' : `/report?step=${Math.max(1, step - 1)}`);
  }
  const kind = kindOf(storable(form.fields));
  const fields = step === 1 && kind ? withKind(typed, kind) : typed;
  const photos = await takePhotosOf(ctx, form);
  const here: readonly string[] = fieldsOf(step);
  const said = await spoken(ctx, fields, await getTranslations());
  const wrong = (await issuesOfTyped(ctx, said, locale)).filter(({ path }) => here.includes(path));
  const issues = [...photos.issues, ...wrong];
  const next = issues.length > 0 ? step : step + 1;
  return keepForPage(ctx, { fields, photoIds: photos.ids, issues }, `/report?step=${next}`);
}
