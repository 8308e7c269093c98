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
import { defineAction } from '@/lib/transport/action';
import { currentContext } from '@/lib/transport/session';
import { answerOrder, orderPath, refusedAt, reshaped, runOrderForm } from './answer';
import { proposalFor, takeInAndDispatch } from './dispatch-steps';
import { missingAnswers } from './missing-answers';
import { handlerFields, missingRecipient, offerScope } from './recipient';
import { keepRevealed } from './revealed';

const classify = defineAction(classifyInput, classifyOrder);
const assign = defineAction(assignInput, assignOrder);
const offer = defineAction(offerInput, offerOrder);

/** 受理并派单, in up to two steps; where the second stops, the page says that the first stands. */
export async function dispatchAction(form: FormData): Promise<void> {
  const t = await getTranslations('desk.dispatch');
  const proposal = async (code: string) => proposalFor(await currentContext(), code);
  const came = await takeInAndDispatch(form, { classify, assign, offer, proposal, words: t });
  return answerOrder('dispatch', came.form, came.state, came.done);
}

export async function reassignAction(form: FormData): Promise<void> {
  const missing = missingRecipient(form);
  if (missing) {
    const t = await getTranslations('desk.dispatch');
    return answerOrder('reassign', form, refusedAt([missing, t('choose')]));
  }
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
