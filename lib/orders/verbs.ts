import type { ZodType } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { askExtensionInput, grantExtensionInput, refuseExtensionInput, resumeInput, suspendInput } from './clock-input';
import { amendOrder } from './commands/amend-order';
import { appealOrder } from './commands/appeal-order';
import { arriveAtOrder } from './commands/arrive-at-order';
import { askExtension } from './commands/ask-extension';
import { askInfo } from './commands/ask-info';
import { assignOrder } from './commands/assign-order';
import { callBackOrder } from './commands/call-back-order';
import { claimOrder } from './commands/claim-order';
import { classifyOrder } from './commands/classify-order';
import { contactRequester } from './commands/contact-requester';
import { declineOrder } from './commands/decline-order';
import { escalateOrder } from './commands/escalate-order';
import { grantExtension } from './commands/grant-extension';
import { leaveOrder } from './commands/leave-order';
import { mergeOrder } from './commands/merge-order';
import { noteOrder } from './commands/note-order';
import { nudgeOrder } from './commands/nudge-order';
import { offerOrder } from './commands/offer-order';
import { passOrder } from './commands/pass-order';
import { rateOrder } from './commands/rate-order';
import { reassignOrder } from './commands/reassign-order';
import { recallOrder } from './commands/recall-order';
import { refuseExtension } from './commands/refuse-extension';
import { releaseOrder } from './commands/release-order';
import { reopenOrder } from './commands/reopen-order';
import { resumeOrder } from './commands/resume-order';
import { returnOrder } from './commands/return-order';
import { reworkOrder } from './commands/rework-order';
import { signOrder } from './commands/sign-order';
import { splitOrder } from './commands/split-order';
import { submitEvidence } from './commands/submit-evidence';
import { superviseOrder } from './commands/supervise-order';
import { supplementOrder } from './commands/supplement-order';
import { suspendOrder } from './commands/suspend-order';
import { transferOrder } from './commands/transfer-order';
import { unmergeOrder } from './commands/unmerge-order';
import { withdrawOrder } from './commands/withdraw-order';
import {
  amendInput,
  askInfoInput,
  assignInput,
  callbackInput,
  classifyInput,
  contactInput,
  declineInput,
  mergeInput,
  noteInput,
  offerInput,
  passInput,
  plainActionInput,
  presenceInput,
  rateInput,
  reasonInput,
  reassignInput,
  releaseInput,
  returnInput,
  reworkInput,
  submitEvidenceInput,
  supplementInput,
} from './input';
import { splitInput } from './split-input';
import { escalateInput, transferInput } from './street-input';
import { superviseInput } from './supervision-input';
import type { OrderSummary } from './view';
import type { Action } from './workflow';

/** An action that a caller may ask for, with its input and its verb; the clock's own actions are not among them. */
export interface Verb {
  action: Exclude<Action, 'close_unrated' | 'close_no_info'>;
  input: ZodType;
  run: (ctx: Context, input: never) => Promise<OrderSummary>;
  /** What the contract calls a field whose word the path has already (`EndpointRow.fields`). */
  fields?: Readonly<Record<string, string>>;
}

const verb = (action: Verb['action'], input: ZodType, run: Verb['run'], fields?: Verb['fields']): Verb => ({
  action,
  input,
  run,
  fields,
});

/** The contract's `code` of whoever is on site: the slip's, beside the order's in the path. */
const slipCode = { code: 'pointCode' };

/** Every action of the workflow that comes in from outside. */
export const verbs: readonly Verb[] = [
  verb('classify', classifyInput, classifyOrder),
  verb('amend', amendInput, amendOrder),
  verb('ask_info', askInfoInput, askInfo),
  verb('supplement', supplementInput, supplementOrder),
  verb('decline', declineInput, declineOrder),
  verb('appeal', reasonInput, appealOrder),
  verb('offer', offerInput, offerOrder),
  verb('assign', assignInput, assignOrder),
  verb('claim', plainActionInput, claimOrder),
  verb('sign', plainActionInput, signOrder),
  verb('reassign', reassignInput, reassignOrder),
  verb('recall', reasonInput, recallOrder),
  verb('contact', contactInput, contactRequester),
  verb('arrive', presenceInput, arriveAtOrder, slipCode),
  verb('leave', presenceInput, leaveOrder, slipCode),
  verb('return', returnInput, returnOrder),
  verb('release', releaseInput, releaseOrder),
  verb('ask_extension', askExtensionInput, askExtension),
  verb('grant_extension', grantExtensionInput, grantExtension),
  verb('refuse_extension', refuseExtensionInput, refuseExtension),
  verb('suspend', suspendInput, suspendOrder),
  verb('resume', resumeInput, resumeOrder),
  verb('note', noteInput, noteOrder),
  verb('submit_evidence', submitEvidenceInput, submitEvidence),
  verb('pass', passInput, passOrder),
  verb('rework', reworkInput, reworkOrder),
  verb('rate', rateInput, rateOrder),
  verb('callback', callbackInput, callBackOrder),
  verb('reopen', reasonInput, reopenOrder),
  verb('merge', mergeInput, mergeOrder),
  verb('unmerge', plainActionInput, unmergeOrder),
  verb('transfer', transferInput, transferOrder),
  verb('escalate', escalateInput, escalateOrder),
  verb('split', splitInput, splitOrder),
  verb('nudge', plainActionInput, nudgeOrder),
  verb('supervise', superviseInput, superviseOrder),
  verb('withdraw', reasonInput, withdrawOrder),
];

/** What the holder of a code may ask for, without a login. */
export const holderActions = ['rate', 'supplement', 'note', 'nudge', 'withdraw', 'reopen', 'appeal', 'amend'] as const;
