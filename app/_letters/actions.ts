'use server';

import { redirect } from 'next/navigation';
import { callOffLetter } from '@/lib/letters/commands/call-off-letter';
import { closeLetter } from '@/lib/letters/commands/close-letter';
import { extendLetter } from '@/lib/letters/commands/extend-letter';
import { holdMeeting } from '@/lib/letters/commands/hold-meeting';
import { postponeDecision } from '@/lib/letters/commands/postpone-decision';
import { receiveLetter } from '@/lib/letters/commands/receive-letter';
import { replyToLetter } from '@/lib/letters/commands/reply-to-letter';
import { sendBackReply } from '@/lib/letters/commands/send-back-reply';
import { sendLetter } from '@/lib/letters/commands/send-letter';
import { settleDecision } from '@/lib/letters/commands/settle-decision';
import {
  endInput,
  extendInput,
  meetingInput,
  postponeInput,
  receiveInput,
  replyInput,
  sendBackInput,
  sendInput,
  settleInput,
} from '@/lib/letters/input';
import type { LetterSummary } from '@/lib/letters/view';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../_desk/refused-form';
import { letterPath, listPath, newPath } from './paths';
import { readStep, type StepName } from './step-view';

const nothing = <Result>() => ({ ...untouched }) as ActionState<Result>;

const verbs: Record<StepName, FormAction<LetterSummary>> = {
  receive: defineAction(receiveInput, receiveLetter),
  reply: defineAction(replyInput, replyToLetter),
  send_back: defineAction(sendBackInput, sendBackReply),
  extend: defineAction(extendInput, extendLetter),
  hold_meeting: defineAction(meetingInput, holdMeeting),
  settle_decision: defineAction(settleInput, settleDecision),
  postpone_decision: defineAction(postponeInput, postponeDecision),
  close: defineAction(endInput, closeLetter),
  call_off: defineAction(endInput, callOffLetter),
};

/** One step of a letter, and back to its page: with the typed text and the refusal, or with what was done. */
export async function stepAction(form: FormData): Promise<void> {
  const path = letterPath(form.get('code')) ?? redirect(listPath);
  const step = readStep(form.get('step')) ?? redirect(path);
  const state = await verbs[step](nothing(), form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, path, `${path}?done=${step}`);
  return keepForm(ctx, path, step, state, formFields(form));
}

/** Sends a letter and goes on to it. */
export async function sendAction(form: FormData): Promise<void> {
  const state = await defineAction(sendInput, sendLetter)(nothing(), form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, newPath, `${listPath}/${state.result?.code ?? ''}?done=send`);
  return keepForm(ctx, newPath, 'send', state, formFields(form));
}
