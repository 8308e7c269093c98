import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import { guardOrigin } from '@/lib/transport/http';
import { problemOf } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { maxUploadBytes } from '@/lib/uploads/input';
import { type PostedForm, readPostedForm } from '../_resident/form-body';
import { seeOther } from './answers';
import { doneMark } from './done';
import { grantOrder } from './grant';
import { isNumber, readHandle } from './handle';
import { refusedAnswer } from './refused';
import { sendAgainAnswer } from './send-again';
import { stepAnswer } from './step-answer';
import { storeStepPhotos } from './step-photos';
import { fieldErrors } from './step-words';
import { actionOf, readStepFields, type StepFields, type StepName, takeStep, takesPhotos } from './steps';
import { forgetTyped, keepTyped } from './typed';
import { openTracked, type Reader, type Viewer } from './viewer';

// Twice what the photos may have: larger ones are named and thrown away as they come, the words beside them are kept.
const bodyLimits = {
  fileBytes: maxUploadBytes,
  files: limits.requestPhotos + 2,
  totalBytes: 12 * limits.requestPhotos * maxUploadBytes,
};

/** `POST /t/CODE/STEP`: takes the step. What was typed, photos too, comes back with the words of a refusal. */
export async function postStep(request: Request, reader: Reader, code: string, step: StepName): Promise<Response> {
  const handle = readHandle(code);
  let form: PostedForm | null = null;
  let ctx: Context | null = null;
  try {
    guardOrigin(request);
    form = await readPostedForm(request, bodyLimits);
    ctx = await currentContext();
    const { clientId } = readStepFields(form);
    return await withOrder(ctx, reader, await openTracked(ctx, code, { clientId }), step, form);
  } catch (error) {
    if (form && ctx && isDomainError(error) && isShut(error)) {
      return lostOrder(ctx, reader, error, { handle, step, fields: readStepFields(form) });
    }
    const isRefused = isDomainError(error) && error.code !== 'unavailable';
    if (form && !isRefused) return sendAgainAnswer(reader, error, { handle, step, fields: readStepFields(form) });
    return refusedAnswer(ctx, reader, error, { handle, nonce: null });
  }
}

async function withOrder(
  ctx: Context,
  reader: Reader,
  viewer: Viewer,
  step: StepName,
  form: PostedForm,
): Promise<Response> {
  const { locale, t } = reader;
  const fields = readStepFields(form);
  const files = takesPhotos(step) ? form.files : [];
  const photos = await storeStepPhotos(ctx, { kept: fields.photoIds, files, key: fields.clientId, locale, t });
  const typed: StepFields = { ...fields, photoIds: photos.ids };
  const again = (shown: Viewer, kept: StepFields, page: Omit<Parameters<typeof stepAnswer>[4], 'fields' | 'isKept'>) =>
    stepAnswer(ctx, reader, shown, step, { fields: kept, isKept: true, ...page });
  if (photos.refused.length > 0) {
    const errors = [{ field: 'photo', message: photos.refused.join(' ') }];
    return again(viewer, typed, { errors, status: 422 });
  }
  try {
    refuseUsedLink(viewer);
    const after = await takeStep(viewer.ctx, step, viewer.order, typed);
    const isReopened = step === 'rate' && after.status === 'submitted';
    const key = isReopened ? 'reopened' : actionOf(step, viewer.order);
    const cookies = [doneMark(viewer.order.code, key, after.counts?.reopen ?? 0), ...(await forgetTyped(ctx))];
    return seeOther(await wayBack(ctx, viewer, cookies), cookies);
  } catch (error) {
    if (!isDomainError(error) || error.code === 'unavailable') throw error;
    const { status, detail } = problemOf(error, { locale, requestId: ctx.requestId });
    // After a conflict the page goes on from what stands now; a key that was used belongs to what was sent with it.
    const isConflict = error.code === 'conflict';
    const shown = isConflict ? await openTracked(ctx, viewer.handle) : viewer;
    const clientId = isConflict || error.reason === 'request.key_reused' ? newId() : typed.clientId || newId();
    const kept = { ...typed, version: String(shown.order.version), clientId };
    const { retryAfterSeconds } = error.details;
    return again(shown, kept, { errors: fieldErrors(error, detail, reader, step), status, retryAfterSeconds });
  }
}

/** The order does not open from here, or not without its PIN any more. */
const isShut = ({ code, reason }: DomainError): boolean =>
  code === 'not_found' || code === 'too_many' || reason === 'order.pin_needed';

/** A browser that only looks on after its link was used gets the words for that, not the command's. */
function refuseUsedLink({ link }: Viewer): void {
  if (link === 'view') throw new DomainError('rule', 'order.link_used');
}

/** Back to the order. A single-use link opens nothing any more, so its browser goes on under the number, to look. */
async function wayBack(ctx: Context, viewer: Viewer, cookies: string[]): Promise<string> {
  const { actor } = viewer.ctx;
  const isSpent = viewer.link !== null && !isNumber(viewer.handle);
  if (!isSpent || actor.kind !== 'holder') return `/t/${viewer.handle}`;
  const { code: number } = viewer.order;
  cookies.push(await grantOrder(ctx, { number, orderId: actor.orderId, view: true }));
  return `/t/${number}`;
}

/** The order can no longer be opened from here: what was typed waits in a draft until it is opened again. */
async function lostOrder(
  ctx: Context,
  reader: Reader,
  error: unknown,
  typed: { handle: string; step: StepName; fields: StepFields },
): Promise<Response> {
  const cookie = await keepTyped(ctx, typed.handle, typed.step, typed.fields);
  const note = reader.t('lookup.typed_waits');
  const response = await refusedAnswer(ctx, reader, error, { handle: typed.handle, nonce: null, note });
  response.headers.append('set-cookie', cookie);
  return response;
}
