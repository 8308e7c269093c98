import type { Context } from '@/lib/kernel/context';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import type { OrderSummary } from '@/lib/orders/view';
import type { FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { shiftNames, shiftTimes } from '../shift-times';
import { isOutOfSight, refusedAt, reshaped } from './answer';
import { handlerFields, isLeftFromOldItem, missingRecipient, offerScope, proposedValue } from './recipient';

/** What the form of 受理并派单 does, and what is said where it stops by itself. */
export interface DispatchVerbs {
  classify: FormAction<OrderSummary>;
  assign: FormAction<OrderSummary>;
  offer: FormAction<OrderSummary>;
  /** Who is proposed for the order as it is now. */
  proposal: (code: string) => Promise<string>;
  words: (key: 'choose' | 'item_changed') => string;
}

/** What came of it: the form as it is to be kept where `state` is a refusal, and what was done where it is none. */
export interface Dispatched {
  form: FormData;
  state: ActionState<unknown>;
  done: 'classify' | 'assign' | 'offer';
}

/** Whether the form says anything new about what the order is; an order that was not taken in yet always does. */
const saysSomething = (form: FormData) =>
  form.get('takenIn') !== 'yes' ||
  form.get('item') !== form.get('wasItem') ||
  shiftNames.some((name) => form.get(name) !== form.get(`was.${name}`)) ||
  ['urgency', 'place.address', 'about.unit', 'about.words'].some((name) => form.get(name));

/** Who is proposed for the order as it is now, its item included: a value of the form's `handler`. */
export async function proposalFor(ctx: Context, code: string): Promise<string> {
  const { abilities } = await getOrder(ctx, { code });
  const { items: candidates, offer: offerFirst, offerScope } = await listCandidates(ctx, { code });
  const may = (name: string) => abilities?.includes(name) ?? false;
  return proposedValue({ candidates, offerFirst, offerScope }, { assign: may('assign'), offer: may('offer') });
}

/**
 * 受理并派单: first `classify`, then `assign` or `offer`, two actions with an event each. When the second is refused the
 * first stands, and the form says so (`stands`). So it does where the item was changed and nobody looked at who is proposed
 * for it: the order goes to nobody, and the form comes back with the new proposal.
 */
export async function takeInAndDispatch(form: FormData, verbs: DispatchVerbs): Promise<Dispatched> {
  const isOnlyTakenIn = form.get('do') === 'classify';
  const scope = offerScope(form);
  const key = String(form.get('clientId') ?? '');
  let version = String(form.get('version') ?? '');
  let kept = form;
  const missing = isOnlyTakenIn ? null : missingRecipient(form);
  if (missing) return { form, state: refusedAt([missing, verbs.words('choose')]), done: 'assign' };
  if (isOnlyTakenIn || saysSomething(form)) {
    const said = reshaped(form, { ...shiftTimes(form), clientId: `${key}:1`, reason: null });
    const taken = await verbs.classify(untouched, said);
    if (!taken.ok || isOnlyTakenIn || isOutOfSight(taken.result)) return { form, state: taken, done: 'classify' };
    version = String(taken.result?.version ?? version);
    kept = reshaped(form, { stands: 'classify' });
    const chosen = String(form.get('handler') ?? '');
    const proposed = isLeftFromOldItem(form) ? await verbs.proposal(taken.result?.code ?? '') : chosen;
    if (proposed !== chosen) {
      const state = refusedAt(['handler', verbs.words('item_changed')]);
      return { form: reshaped(kept, { handler: proposed }), state, done: 'classify' };
    }
  }
  const sent = { version, clientId: `${key}:2`, ...handlerFields(form) };
  const state = scope
    ? await verbs.offer(untouched, reshaped(form, { ...sent, cells: scope }))
    : await verbs.assign(untouched, reshaped(form, sent));
  return { form: kept, state, done: scope ? 'offer' : 'assign' };
}
