import { createElement } from 'react';
import type { FieldError } from '@/components/error-summary';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { listRefusals } from '@/lib/orders/queries/list-refusals';
import { trackAnswer } from './answers';
import { trackFrame } from './frame';
import { isSolved, StepPage } from './step-page';
import { closedWords } from './step-words';
import { actionOf, type StepFields, type StepName } from './steps';
import type { Reader, Viewer } from './viewer';

/** An empty form on what stands now. */
export const freshFields = (viewer: Viewer, step: StepName): StepFields => ({
  version: String(viewer.order.version),
  clientId: newId(),
  words: step === 'amend' ? (viewer.order.words ?? '') : '',
  solved: '',
  stars: '',
  reason: '',
  photoIds: [],
});

interface StepAnswer {
  fields: StepFields;
  errors: FieldError[];
  status: number;
  /** Something of an earlier try is in the fields. */
  isKept: boolean;
  retryAfterSeconds?: number;
}

/** The page of one step: its form with what was typed, or why it is not possible now. */
export async function stepAnswer(
  ctx: Context,
  reader: Reader,
  viewer: Viewer,
  step: StepName,
  page: StepAnswer,
): Promise<Response> {
  const { t } = reader;
  const { order, abilities, link } = viewer;
  const action = actionOf(step, order);
  const reason = (await listRefusals(viewer.ctx, { code: order.code })).get(action)?.reason;
  const closed = closedWords({ action, status: order.status, abilities, reason, link }, t);
  const { status, retryAfterSeconds, ...shown } = page;
  // What elder mode asked on the page before is not asked again after another size or language.
  const answered = isSolved(page.fields.solved) ? `?solved=${page.fields.solved}` : '';
  const body = await trackFrame(ctx, reader, {
    back: { href: `/t/${viewer.handle}`, label: t('track.back_to_order') },
    returnTo: `/t/${viewer.handle}/${step}${answered}`,
    children: createElement(StepPage, { viewer, reader, step, action, closed, ...shown }),
  });
  const script = closed === null ? '/keep-typed.js' : undefined;
  return trackAnswer(reader, { title: t(`track.action.${action}`), body, status, retryAfterSeconds, script });
}
