import type { ActionRefusal } from '@/lib/orders/queries/list-refusals';
import type { Status } from '@/lib/orders/status';

/** The actions that people look for at the desk in each state; where one is closed to them, the page says why. */
const expected: Partial<Record<Status, readonly string[]>> = {
  submitted: ['assign', 'offer'],
  offered: ['reassign'],
  assigned: ['reassign'],
  in_progress: ['reassign'],
  awaiting_verification: ['pass'],
  awaiting_rating: ['callback'],
  closed: ['callback'],
};

export interface Hint {
  action: string;
  reason: string;
  kind: ActionRefusal['kind'];
}

/** Why the actions that belong to this state are closed to the reader; one line for reasons that are the same. */
export function hintsOf(status: Status, refusals: ReadonlyMap<string, ActionRefusal>): Hint[] {
  const found: Hint[] = [];
  for (const action of expected[status] ?? []) {
    const refusal = refusals.get(action);
    if (refusal && !found.some((hint) => hint.reason === refusal.reason)) found.push({ action, ...refusal });
  }
  // Who may not dispatch at all need not be told twice, once for each way of it.
  const [first] = found;
  return first?.action === 'assign' && first.kind === 'not_yours' ? [first] : found;
}

/** `YYYY-MM-DD` of each call that reached nobody since the order was last passed by a verifier. */
export function vainTries(order: {
  ratings: { reached: boolean; at: string }[];
  timeline: { type: string; at: string }[];
}): string[] {
  const passedAt = order.timeline.filter((event) => event.type === 'order.passed').at(-1)?.at ?? '';
  return order.ratings
    .filter((rating) => !rating.reached && Date.parse(rating.at) >= (Date.parse(passedAt) || 0))
    .map((rating) => rating.at.slice(0, 10));
}
