import type { ActionRefusal } from '@/lib/orders/queries/list-refusals';
import type { Translate } from '../_shell/translate';

const known = ['handled', 'kin', 'proxy', 'requester', 'subject'] as const;

/** Whether the reader would verify it, were it not for their own part in it. */
export const isBarred = (refusal: ActionRefusal | undefined): boolean =>
  refusal?.reason.startsWith('order.barred.') ?? false;

/** Why a verifier keeps away from an order, told as the rule that it is and not as something that failed. */
export function apartWords(refusal: ActionRefusal | undefined, t: Translate): string {
  const why = known.find((one) => refusal?.reason === `order.barred.${one}`);
  return t(`verify.apart_because.${why ?? 'other'}`);
}
