'use server';

import { getTranslations } from 'next-intl/server';
import { askInfo } from '@/lib/orders/commands/ask-info';
import { assignOrder } from '@/lib/orders/commands/assign-order';
import { callBackOrder } from '@/lib/orders/commands/call-back-order';
import { classifyOrder } from '@/lib/orders/commands/classify-order';
import { declineOrder } from '@/lib/orders/commands/decline-order';
import { offerOrder } from '@/lib/orders/commands/offer-order';
import { reassignOrder } from '@/lib/orders/commands/reassign-order';
import { recallOrder } from '@/lib/orders/commands/recall-order';
import { revealContact } from '@/lib/orders/commands/reveal-contact';
import {
  askInfoInput,
  assignInput,
  callbackInput,
  classifyInput,
  declineInput,
  offerInput,
  reasonInput,
  reassignInput,
  revealContactInput,
} from '@/lib/orders/input';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { shiftNames, shiftTimes } from '../shift-times';
import { answerOrder, isOutOfSight, orderPath, refusedAt, reshaped, runOrderForm } from './answer';
import { missingAnswers } from './missing-answers';
import { handlerFields, isLeftFromOldItem, missingRecipient, offerScope, proposedValue } from './recipient';
import { keepRevealed } from './revealed';

const classify = defineAction(classifyInput, classifyOrder);
const assign = defineAction(assignInput, assignOrder);
const offer = defineAction(offerInput, offerOrder);

/** Whether the form says anything new about what the order is; an order that was not taken in yet always does. */
const saysSomething = (form: FormData) =>
  form.get('takenIn') !== 'yes' ||
  form.get('item') !== form.get('wasItem') ||
  shiftNames.some((name) => form.get(name) !== form.get(`was.${name}`)) ||
  ['urgency', 'place.address', 'about.unit', 'about.words'].some((name) => form.get(name));

/** Nobody was chosen: asked before anything is done. */
async function askForRecipient(name: string, form: FormData): Promise<void> {
  const missing = missingRecipient(form);
  if (!missing) return;
  const t = await getTranslations('desk.dispatch');
  await answerOrder(name, form, refusedAt([missing, t('choose')]));
}

/** Who is proposed for the order as it is now, its item included. */
async function proposalFor(code: string): Promise<string> {
  const ctx = await currentContext();
  const { abilities } = await getOrder(ctx, { code });
  const { items: candidates, offer: offerFirst } = await listCandidates(ctx, { code });
  const may = (name: string) => abilities?.includes(name) ?? false;
  return proposedValue({ candidates, offerFirst }, { assign: may('assign'), offer: may('offer') });
}

/**
 * 受理并派单: first `classify`, then `assign` or `offer`, two actions with an event each. When the second is refused the
 * first stands, and the page says so. So it does where the item was changed and nobody looked at who is proposed for it.
 */
export async function dispatchAction(form: FormData): Promise<void> {
  const verb = form.get('do');
  const scope = offerScope(form);
  const key = String(form.get('clientId') ?? '');
  let version = String(form.get('version') ?? '');
  let first = false;
  if (verb !== 'classify') await askForRecipient('dispatch', form);
  if (verb === 'classify' || saysSomething(form)) {
    const taken = await classify(
      untouched,
      reshaped(form, { ...shiftTimes(form), clientId: `${key}:1`, reason: null }),
    );
    if (!taken.ok || verb === 'classify' || isOutOfSight(taken.result))
      return answerOrder('dispatch', form, taken, 'classify');
    version = String(taken.result?.version ?? version);
    first = true;
    const chosen = String(form.get('handler') ?? '');
    const proposed = isLeftFromOldItem(form) ? await proposalFor(taken.result?.code ?? '') : chosen;
    if (proposed !== chosen) {
      const t = await getTranslations('desk.dispatch');
      const kept = reshaped(form, { stands: 'classify', handler: proposed });
      return answerOrder('dispatch', kept, refusedAt(['handler', t('item_changed')]));
    }
  }
  const again = { version, clientId: `${key}:2` };
  const sent = scope
    ? await offer(untouched, reshaped(form, { ...again, ...handlerFields(form), cells: scope }))
    : await assign(untouched, reshaped(form, { ...again, ...handlerFields(form) }));
  // The page says that the first of the two stands.
  const kept = first ? reshaped(form, { stands: 'classify' }) : form;
  return answerOrder('dispatch', kept, sent, scope ? 'offer' : 'assign');
}

export async function reassignAction(form: FormData): Promise<void> {
  await askForRecipient('reassign', form);
  const scope = offerScope(form);
  const sent = reshaped(
    form,
    scope ? { handler: null, other: null, 'offer.cells': scope } : { ...handlerFields(form), 'offer.skills': null },
  );
  return runOrderForm('reassign', form, defineAction(reassignInput, reassignOrder), sent);
}

export async function recallAction(form: FormData): Promise<void> {
  return runOrderForm('recall', form, defineAction(reasonInput, recallOrder));
}

export async function askAction(form: FormData): Promise<void> {
  return runOrderForm('ask', form, defineAction(askInfoInput, askInfo));
}

export async function declineAction(form: FormData): Promise<void> {
  return runOrderForm('decline', form, defineAction(declineInput, declineOrder));
}

/** A call that reached nobody carries no answers, whatever was ticked before; one that did carries both. */
export async function callbackAction(form: FormData): Promise<void> {
  const missing = missingAnswers(form);
  if (missing.length > 0) {
    const t = await getTranslations('callback.missing');
    return answerOrder('callback', form, refusedAt(...missing.map((name): [string, string] => [name, t(name)])));
  }
  const sent =
    form.get('reached') === 'false' ? reshaped(form, { contactedInTime: null, solved: null, stars: null }) : form;
  return runOrderForm('callback', form, defineAction(callbackInput, callBackOrder), sent);
}

/** Shows one masked field to this browser for five minutes; who, when and why is in the audit. */
export async function revealAction(form: FormData): Promise<void> {
  const path = orderPath(form);
  const state = await defineAction(revealContactInput, revealContact)({ ok: false, values: {} }, form);
  const { actor } = await currentContext();
  if (state.ok && state.result && actor.kind === 'person') {
    await keepRevealed(path, actor.personId, { [String(form.get('field'))]: state.result.value });
  }
  return answerOrder('reveal', form, state);
}
