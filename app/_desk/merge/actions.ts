'use server';

import { keepApart } from '@/lib/orders/commands/keep-apart';
import { mergeOrder } from '@/lib/orders/commands/merge-order';
import { unmergeOrder } from '@/lib/orders/commands/unmerge-order';
import { apartInput, mergeInput, plainActionInput } from '@/lib/orders/input';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { answerOrder, reshaped, runOrderForm } from '../order/answer';
import { forgetKept, keepForm } from '../refused-form';
import { readMergeForm } from './merge-form';

const merge = defineAction(mergeInput, mergeOrder);

/** 并单: each of the others follows the one that was kept; where one is refused, the page says what stands already. */
export async function mergeAction(form: FormData): Promise<void> {
  const { main, others, path } = readMergeForm(form);
  const ctx = await currentContext();
  for (const { code, version, clientId } of others) {
    const state = await merge({ ...untouched }, reshaped(form, { code, version, clientId, main }));
    if (!state.ok) return keepForm(ctx, '/desk/merge', 'merge', state, { main }, new URLSearchParams({ orders: path }));
  }
  return forgetKept(ctx, '/desk/merge', `/desk/o/${main}?done=merge`);
}

export async function unmergeAction(form: FormData): Promise<void> {
  return runOrderForm('unmerge', form, defineAction(plainActionInput, unmergeOrder));
}

export async function apartAction(form: FormData): Promise<void> {
  const state = await defineAction(apartInput, keepApart)({ ok: false, values: {} }, form);
  return answerOrder('apart', form, state);
}
