'use server';

import { askExtensionInput, askSuspensionInput } from '@/lib/orders/clock-input';
import { askExtension } from '@/lib/orders/commands/ask-extension';
import { askSuspension } from '@/lib/orders/commands/ask-suspension';
import { defineAction } from '@/lib/transport/action';
import { answerForm, readWorkForm } from './answer-form';
import { isTaskSide } from './sides';

const workOf = (name: string, form: FormData) => {
  const side = form.get('side');
  return readWorkForm(isTaskSide(side) ? side : 'handle', name, form);
};

/** 申请延期. */
export async function askExtensionAction(form: FormData): Promise<void> {
  const work = workOf('ask_extension', form);
  const to = { done: () => `${work.page}?done=ask_extension` };
  return answerForm(work, form, defineAction(askExtensionInput, askExtension), to);
}

/** 申请挂起. */
export async function askSuspensionAction(form: FormData): Promise<void> {
  const work = workOf('ask_suspension', form);
  const to = { done: () => `${work.page}?done=ask_suspension` };
  return answerForm(work, form, defineAction(askSuspensionInput, askSuspension), to);
}
