import type { ActionVerb } from '@/lib/kernel/endpoint';
import { answerOpinion } from './commands/answer-opinion';
import { applyForConfirmation } from './commands/apply-for-confirmation';
import { askOpinion } from './commands/ask-opinion';
import { checkPerformance } from './commands/check-performance';
import { confirmAgreement } from './commands/confirm-agreement';
import { consentToMediation } from './commands/consent-to-mediation';
import { endMediation } from './commands/end-mediation';
import { holdSession } from './commands/hold-session';
import { proposeMediator } from './commands/propose-mediator';
import { referMediation } from './commands/refer-mediation';
import { refuseMediation } from './commands/refuse-mediation';
import { sealAgreement } from './commands/seal-agreement';
import { signAgreement } from './commands/sign-agreement';
import { writeAgreement } from './commands/write-agreement';
import {
  agreementInput,
  answerInput,
  askInput,
  checkInput,
  consentInput,
  endInput,
  onDayInput,
  proposeInput,
  referInput,
  refuseInput,
  sealInput,
  sessionInput,
  signInput,
} from './input';
import type { MediationSummary } from './view';
import type { Action } from './workflow';

export type Verb = ActionVerb<MediationSummary> & { action: Action };

/** Action → its input and its command, so that REST and the screens take the same one. */
export const verbs: readonly Verb[] = [
  { action: 'propose_mediator', input: proposeInput, run: proposeMediator },
  { action: 'consent', input: consentInput, run: consentToMediation },
  { action: 'hold_session', input: sessionInput, run: holdSession },
  { action: 'ask_opinion', input: askInput, run: askOpinion },
  { action: 'answer_opinion', input: answerInput, run: answerOpinion },
  { action: 'write_agreement', input: agreementInput, run: writeAgreement },
  { action: 'sign', input: signInput, run: signAgreement },
  { action: 'seal', input: sealInput, run: sealAgreement },
  { action: 'check_performance', input: checkInput, run: checkPerformance },
  { action: 'apply_confirmation', input: onDayInput, run: applyForConfirmation },
  { action: 'confirm', input: onDayInput, run: confirmAgreement },
  { action: 'refuse', input: refuseInput, run: refuseMediation },
  { action: 'fail', input: endInput, run: (ctx, input) => endMediation(ctx, 'fail', input) },
  { action: 'withdraw', input: endInput, run: (ctx, input) => endMediation(ctx, 'withdraw', input) },
  { action: 'refer', input: referInput, run: referMediation },
];
