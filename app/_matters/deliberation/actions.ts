'use server';

import { redirect } from 'next/navigation';
import { addSources } from '@/lib/deliberation/commands/add-sources';
import { annulMeeting } from '@/lib/deliberation/commands/annul-meeting';
import { answerObjection } from '@/lib/deliberation/commands/answer-objection';
import { beginImplementation } from '@/lib/deliberation/commands/begin-implementation';
import { closeVote } from '@/lib/deliberation/commands/close-vote';
import { conveneMeeting } from '@/lib/deliberation/commands/convene-meeting';
import { correctResolution } from '@/lib/deliberation/commands/correct-resolution';
import { correctResult } from '@/lib/deliberation/commands/correct-result';
import { endDeliberation } from '@/lib/deliberation/commands/end-deliberation';
import { enterRoll } from '@/lib/deliberation/commands/enter-roll';
import { fileResolution } from '@/lib/deliberation/commands/file-resolution';
import { freezeRoll } from '@/lib/deliberation/commands/freeze-roll';
import { handOnDecision } from '@/lib/deliberation/commands/hand-on-decision';
import { openDeliberation } from '@/lib/deliberation/commands/open-deliberation';
import { openVote } from '@/lib/deliberation/commands/open-vote';
import { publishResolution } from '@/lib/deliberation/commands/publish-resolution';
import { publishResult } from '@/lib/deliberation/commands/publish-result';
import { recordAttendance } from '@/lib/deliberation/commands/record-attendance';
import { recordCount } from '@/lib/deliberation/commands/record-count';
import { reviseDeliberation } from '@/lib/deliberation/commands/revise-deliberation';
import { sendPlan } from '@/lib/deliberation/commands/send-plan';
import { setPrices } from '@/lib/deliberation/commands/set-prices';
import { stateBasis } from '@/lib/deliberation/commands/state-basis';
import { writePlan } from '@/lib/deliberation/commands/write-plan';
import * as input from '@/lib/deliberation/input';
import type { DeliberationSummary } from '@/lib/deliberation/view';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../../_desk/refused-form';
import { inLines, listPath, runStep } from './run-step';
import { sentForm } from './sent-form';
import { readStep, type StepName } from './step-fields';

/** Every step of a case that has a form, and its verb. */
const verbs: Record<StepName, FormAction<DeliberationSummary>> = {
  revise: defineAction(input.reviseInput, reviseDeliberation),
  state_basis: defineAction(input.basisInput, stateBasis),
  write_plan: defineAction(input.planInput, writePlan),
  send_plan: defineAction(input.plainInput, sendPlan),
  convene: defineAction(input.conveneInput, conveneMeeting),
  enter_roll: defineAction(input.rollInput, enterRoll),
  freeze_roll: defineAction(input.plainInput, freezeRoll),
  attend: defineAction(input.attendInput, recordAttendance),
  open_vote: defineAction(input.plainInput, openVote),
  count: defineAction(input.countInput, recordCount),
  close_vote: defineAction(input.closeInput, closeVote),
  annul_meeting: defineAction(input.reasonInput, annulMeeting),
  reject: defineAction(input.reasonInput, (ctx, said) => endDeliberation(ctx, 'reject', said)),
  withdraw: defineAction(input.reasonInput, (ctx, said) => endDeliberation(ctx, 'withdraw', said)),
  publish: defineAction(input.publishInput, publishResolution),
  correct: defineAction(input.correctInput, correctResolution),
  answer_objection: defineAction(input.answerObjectionInput, answerObjection),
  file: defineAction(input.fileInput, fileResolution),
  set_prices: defineAction(input.pricesInput, setPrices),
  begin: defineAction(input.plainInput, beginImplementation),
  publish_result: defineAction(input.resultInput, publishResult),
  correct_result: defineAction(input.correctResultInput, correctResult),
  add_source: defineAction(input.sourcesInput, addSources),
  hand_on: defineAction(input.handOnInput, handOnDecision),
};

/** One step of a case: which one stands in the form. */
export async function stepAction(form: FormData): Promise<void> {
  const step = readStep(form.get('step'));
  if (!step) redirect(listPath);
  return runStep(step, form, verbs[step]);
}

/** Opens a case and goes on to it. */
export async function openAction(form: FormData): Promise<void> {
  const open = defineAction(input.openInput, openDeliberation, { as: 'POST /deliberations' });
  const state = await open({ ...untouched } as ActionState<DeliberationSummary>, sentForm('open', form));
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, listPath, `${listPath}/${state.result?.code ?? ''}?done=open`);
  return keepForm(ctx, listPath, 'open', await inLines(state), formFields(form));
}
