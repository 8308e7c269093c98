import { createElement } from 'react';
import { seeOther, trackAnswer } from '@/app/_track/answers';
import { trackFrame } from '@/app/_track/frame';
import { refusedAnswer } from '@/app/_track/refused';
import { StepPage } from '@/app/_track/step-page';
import { closedWords, fieldErrors } from '@/app/_track/step-words';
import { actionOf, isStepName, readStepFields, type StepFields, type StepName, takeStep } from '@/app/_track/steps';
import { doneCookie, openTracked, type Reader, readerOf, type Viewer } from '@/app/_track/viewer';
import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import { guardOrigin } from '@/lib/transport/http';
import { problemOf } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { readMultipart, storePhotos } from '@/lib/transport/upload-endpoint';
import { maxUploadBytes } from '@/lib/uploads/input';

type Params = { params: Promise<{ code: string; action: string }> };

const bodyLimit = limits.requestPhotos * maxUploadBytes + 256 * 1024;

function stepOf(action: string): StepName {
  if (!isStepName(action)) throw new DomainError('not_found', 'order.code_unknown');
  return action;
}

async function stepAnswer(
  ctx: Context,
  reader: Reader,
  viewer: Viewer,
  step: StepName,
  page: { fields: StepFields; errors: { field: string; message: string }[]; status: number },
): Promise<Response> {
  const { t } = reader;
  const action = actionOf(step, viewer);
  const body = await trackFrame(ctx, reader, {
    back: { href: `/t/${viewer.handle}`, label: t('track.back_to_order') },
    returnTo: `/t/${viewer.handle}/${step}`,
    children: createElement(StepPage, {
      viewer,
      reader,
      step,
      action,
      ...page,
      closed: closedWords(viewer, action, reader.t),
    }),
  });
  return trackAnswer(reader, { title: t(`track.action.${action}`), body, status: page.status });
}

/** `GET /t/CODE/STEP`: the form of one step, or why it is not possible now. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const [ctx, reader, { code, action }] = await Promise.all([currentContext(), readerOf(), params]);
  try {
    const step = stepOf(action);
    const viewer = await openTracked(ctx, code);
    const fields = {
      version: String(viewer.order.version),
      clientId: newId(),
      words: '',
      solved: '',
      stars: '',
      reason: '',
      photoIds: [],
    };
    const typed = step === 'amend' ? { ...fields, words: viewer.order.words ?? '' } : fields;
    return await stepAnswer(ctx, reader, viewer, step, { fields: typed, errors: [], status: 200 });
  } catch (error) {
    return refusedAnswer(ctx, reader, error, null);
  }
}

/** `POST /t/CODE/STEP`: takes the step. What was typed, photos too, comes back with the words of a refusal. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [ctx, reader, { code, action }] = await Promise.all([currentContext(), readerOf(), params]);
  try {
    guardOrigin(request);
    const step = stepOf(action);
    const viewer = await openTracked(ctx, code);
    const form = await readMultipart(request, bodyLimit);
    const fields = readStepFields(form);
    try {
      const stored = await storePhotos(ctx, form, 'photo', limits.requestPhotos);
      fields.photoIds = [...fields.photoIds, ...stored.map((photo) => photo.id)].slice(0, limits.requestPhotos);
      const after = await takeStep(viewer.ctx, step, viewer, fields);
      const key = after.status === 'submitted' && step === 'rate' ? 'reopened' : actionOf(step, viewer);
      const done = `${viewer.order.code}.${key}.${after.counts?.reopen ?? 0}`;
      return seeOther(`/t/${viewer.handle}`, [`${doneCookie}=${done}; Path=/t; Max-Age=120; HttpOnly; SameSite=Lax`]);
    } catch (error) {
      const { status, detail } = problemOf(error, { locale: reader.locale, requestId: ctx.requestId });
      const errors = fieldErrors(error, detail, reader.locale);
      // The same key must not carry other words: after a conflict the page goes on from what stands now.
      const fresh = isDomainError(error) && error.code === 'conflict' ? await openTracked(ctx, code) : viewer;
      const kept = { ...fields, version: String(fresh.order.version), clientId: newId() };
      return await stepAnswer(ctx, reader, fresh, step, { fields: kept, errors, status });
    }
  } catch (error) {
    return refusedAnswer(ctx, reader, error, null);
  }
}
