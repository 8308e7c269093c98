import type { Context } from '@/lib/kernel/context';
import { amendOrder } from '@/lib/orders/commands/amend-order';
import { appealOrder } from '@/lib/orders/commands/appeal-order';
import { noteOrder } from '@/lib/orders/commands/note-order';
import { nudgeOrder } from '@/lib/orders/commands/nudge-order';
import { rateOrder } from '@/lib/orders/commands/rate-order';
import { reopenOrder } from '@/lib/orders/commands/reopen-order';
import { supplementOrder } from '@/lib/orders/commands/supplement-order';
import { withdrawOrder } from '@/lib/orders/commands/withdraw-order';
import { limits } from '@/lib/orders/input';
import type { OrderSummary } from '@/lib/orders/view';
import { uploadId } from '@/lib/uploads/input';
import type { PostedForm } from '../_resident/form-body';
import type { Viewer } from './viewer';

/** The pages below `/t/CODE`, one a step that a requester may take. */
export const stepNames = ['rate', 'supplement', 'nudge', 'withdraw', 'reopen', 'appeal', 'amend'] as const;
export type StepName = (typeof stepNames)[number];

export const isStepName = (text: string): text is StepName => (stepNames as readonly string[]).includes(text);
export const takesPhotos = (step: StepName): boolean => ['rate', 'supplement', 'amend'].includes(step);

/** What a step's form carried, as texts; photos are stored already. */
export interface StepFields {
  version: string;
  clientId: string;
  words: string;
  solved: string;
  stars: string;
  reason: string;
  photoIds: string[];
}

/** The action behind a page: an answer while the community waits for one, else a note. */
export function actionOf(step: StepName, order: Pick<Viewer['order'], 'status'>): string {
  if (step !== 'supplement') return step;
  return order.status === 'need_info' ? 'supplement' : 'note';
}

/** Takes a step through the same command as the API. @throws what the command throws */
export async function takeStep(
  ctx: Context,
  step: StepName,
  order: Pick<Viewer['order'], 'code' | 'status'>,
  fields: StepFields,
): Promise<OrderSummary> {
  const { words, photoIds: photos } = fields;
  const on = { code: order.code, version: Number(fields.version), clientId: fields.clientId };
  switch (step) {
    case 'rate':
      return rateOrder(ctx, {
        ...on,
        solved: fields.solved as 'yes' | 'partly' | 'no',
        stars: Number(fields.stars),
        reason: (fields.reason || undefined) as 'other' | undefined,
        words: words || undefined,
        photos,
      });
    case 'supplement':
      return actionOf(step, order) === 'supplement'
        ? supplementOrder(ctx, { ...on, words, photos })
        : noteOrder(ctx, { ...on, words, photos });
    case 'nudge':
      return nudgeOrder(ctx, on);
    case 'withdraw':
      return withdrawOrder(ctx, { ...on, reason: words });
    case 'reopen':
      return reopenOrder(ctx, { ...on, reason: words });
    case 'appeal':
      return appealOrder(ctx, { ...on, reason: words });
    case 'amend':
      return amendOrder(ctx, { ...on, words: words || undefined, photos });
  }
}

/**
 * The fields of a step's form as typed; photos that were stored by an earlier try come back by their ids. A browser
 * sends line breaks as CR LF, which `maxlength` counts as one character and the limits as two.
 */
export function readStepFields(form: PostedForm): StepFields {
  const all = (name: string) => [form.fields[name] ?? []].flat();
  const one = (name: string) => (all(name)[0] ?? '').replaceAll('\r\n', '\n');
  const ids = all('photoIds').filter((id) => uploadId.safeParse(id).success);
  return {
    version: one('version'),
    clientId: one('clientId'),
    words: one('words'),
    solved: one('solved'),
    stars: one('stars'),
    reason: one('reason'),
    photoIds: all('dropPhotos').length > 0 ? [] : ids.slice(0, limits.requestPhotos),
  };
}
