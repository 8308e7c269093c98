'use server';

import { redirect } from 'next/navigation';
import { giveAnswer } from '@/lib/answers/commands/give-answer';
import { linkAnswer } from '@/lib/answers/commands/link-answer';
import { restateAnswer } from '@/lib/answers/commands/restate-answer';
import { rewordAnswer } from '@/lib/answers/commands/reword-answer';
import { takeBackAnswer } from '@/lib/answers/commands/take-back-answer';
import { giveInput, linkInput, restateInput, sayInput } from '@/lib/answers/input';
import type { AnswerSummary } from '@/lib/answers/view';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { readCode } from '../../_board/kinds';
import { forgetKept, keepForm } from '../../_desk/refused-form';

const at = '/desk/answers';
const start = () => ({ ...untouched }) as ActionState<AnswerSummary>;

/** 答复: and on to the answer. */
export async function giveAction(form: FormData): Promise<void> {
  const state = await defineAction(giveInput, giveAnswer, { as: 'POST /answers' })(start(), form);
  const ctx = await currentContext();
  const path = `${at}/new`;
  if (state.ok) return forgetKept(ctx, path, `${at}/${state.result?.code ?? ''}?done=give`);
  const order = readCode(String(form.get('order') ?? ''));
  return keepForm(ctx, path, 'give', state, state.values, new URLSearchParams({ order }));
}

/** One form on the page of an answer, one verb, and back to it. */
async function onAnswer(name: string, form: FormData, action: FormAction<AnswerSummary>): Promise<never> {
  const code = readCode(String(form.get('code') ?? ''));
  if (!/^[A-Z0-9-]{5,32}$/.test(code)) redirect(at);
  const path = `${at}/${code}`;
  const state = await action(start(), form);
  const ctx = await currentContext();
  return state.ok ? forgetKept(ctx, path, `${path}?done=${name}`) : keepForm(ctx, path, name, state);
}

export async function restateAction(form: FormData): Promise<void> {
  return onAnswer('restate', form, defineAction(restateInput, restateAnswer));
}

export async function takeBackAction(form: FormData): Promise<void> {
  return onAnswer('take_back', form, defineAction(sayInput, takeBackAnswer));
}

export async function rewordAction(form: FormData): Promise<void> {
  return onAnswer('reword', form, defineAction(sayInput, rewordAnswer));
}

export async function linkAction(form: FormData): Promise<void> {
  return onAnswer('link', form, defineAction(linkInput, linkAnswer));
}
