'use server';

import { redirect } from 'next/navigation';
import { answerOpinion } from '@/lib/mediation/commands/answer-opinion';
import { applyForConfirmation } from '@/lib/mediation/commands/apply-for-confirmation';
import { askOpinion } from '@/lib/mediation/commands/ask-opinion';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { confirmAgreement } from '@/lib/mediation/commands/confirm-agreement';
import { consentToMediation } from '@/lib/mediation/commands/consent-to-mediation';
import { endDuty } from '@/lib/mediation/commands/end-duty';
import { endMediation } from '@/lib/mediation/commands/end-mediation';
import { enterDuty } from '@/lib/mediation/commands/enter-duty';
import { holdSession } from '@/lib/mediation/commands/hold-session';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { proposeMediator } from '@/lib/mediation/commands/propose-mediator';
import { referMediation } from '@/lib/mediation/commands/refer-mediation';
import { refuseMediation } from '@/lib/mediation/commands/refuse-mediation';
import { sealAgreement } from '@/lib/mediation/commands/seal-agreement';
import { signAgreement } from '@/lib/mediation/commands/sign-agreement';
import { writeAgreement } from '@/lib/mediation/commands/write-agreement';
import * as input from '@/lib/mediation/input';
import type { MediationSummary } from '@/lib/mediation/view';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../_desk/refused-form';
import { casePath, dutyPath, listPath, newPath } from './paths';
import { sentForm } from './sent-form';
import { readStep, readWhich, type StepName } from './step-fields';

const nothing = <Result>() => ({ ...untouched }) as ActionState<Result>;

const verbs: Record<StepName, FormAction<MediationSummary>> = {
  propose_mediator: defineAction(input.proposeInput, proposeMediator),
  consent: defineAction(input.consentInput, consentToMediation),
  hold_session: defineAction(input.sessionInput, holdSession),
  ask_opinion: defineAction(input.askInput, askOpinion),
  answer_opinion: defineAction(input.answerInput, answerOpinion),
  write_agreement: defineAction(input.agreementInput, writeAgreement),
  sign: defineAction(input.signInput, signAgreement),
  seal: defineAction(input.sealInput, sealAgreement),
  check_performance: defineAction(input.checkInput, checkPerformance),
  apply_confirmation: defineAction(input.onDayInput, applyForConfirmation),
  confirm: defineAction(input.onDayInput, confirmAgreement),
  refuse: defineAction(input.refuseInput, refuseMediation),
  fail: defineAction(input.endInput, (ctx, said) => endMediation(ctx, 'fail', said)),
  withdraw: defineAction(input.endInput, (ctx, said) => endMediation(ctx, 'withdraw', said)),
  refer: defineAction(input.referInput, referMediation),
};

/** One step of a mediation, and back to its page: with the typed text and the refusal, or with what was done. */
export async function stepAction(form: FormData): Promise<void> {
  const path = casePath(form.get('code')) ?? redirect(listPath);
  const step = readStep(form.get('step')) ?? redirect(path);
  const state = await verbs[step](nothing(), sentForm(form));
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, path, `${path}?done=${step}`);
  return keepForm(ctx, path, `${step}${readWhich(form.get('which'))}`, state, formFields(form));
}

/** Registers a mediation and goes on to it. */
export async function openAction(form: FormData): Promise<void> {
  const state = await defineAction(input.openInput, openMediation)(nothing(), sentForm(form));
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, newPath, `${listPath}/${state.result?.code ?? ''}?done=open`);
  return keepForm(ctx, newPath, 'open', state, formFields(form));
}

/** Puts somebody on the legal duty roster. */
export async function dutyAction(form: FormData): Promise<void> {
  const state = await defineAction(input.dutyInput, enterDuty)(nothing(), form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, dutyPath, `${dutyPath}?done=duty`);
  return keepForm(ctx, dutyPath, 'duty', state, formFields(form));
}

/** Takes somebody off the legal duty roster. */
export async function dutyEndAction(form: FormData): Promise<void> {
  const state = await defineAction(input.dutyEndInput, endDuty)(nothing(), form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, dutyPath, `${dutyPath}?done=duty_end`);
  return keepForm(ctx, dutyPath, 'duty_end', state, formFields(form));
}
