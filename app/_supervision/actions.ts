'use server';

import { redirect } from 'next/navigation';
import { replySupervision } from '@/lib/orders/commands/reply-supervision';
import { superviseOrder } from '@/lib/orders/commands/supervise-order';
import { replyInput, superviseInput } from '@/lib/orders/supervision-input';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { reshaped } from '../_desk/order/answer';
import { forgetKept, keepForm } from '../_desk/refused-form';
import { readCode } from '../_order/read-code';

/** 回复督办, and back to the notice; what was typed is kept where it was refused. */
export async function replyAction(form: FormData): Promise<void> {
  const code = readCode(form.get('code'));
  if (!code) redirect('/desk/supervisions');
  const path = `/desk/supervisions/${code}`;
  const as = 'POST /supervisions/{code}/actions/reply';
  const state = await defineAction(replyInput, replySupervision, { as })({ ...untouched }, form);
  const ctx = await currentContext();
  return state.ok ? forgetKept(ctx, path, `${path}?done=reply`) : keepForm(ctx, path, 'reply', state);
}

/** 发督办, and on to the order's form again, which shows the notice; what was typed is kept where it was refused. */
export async function superviseAction(form: FormData): Promise<void> {
  const code = readCode(form.get('code'));
  if (!code) redirect('/oversight');
  const path = `/oversight/urge/${code}`;
  const day = String(form.get('replyOn') ?? '');
  const time = String(form.get('replyTime') ?? '');
  // Where either is missing or no time, the verb's own input says so at the field.
  const sent = reshaped(form, { replyBy: `${day}T${time}:00+08:00` });
  const as = 'POST /orders/{code}/actions/supervise';
  const state = await defineAction(superviseInput, superviseOrder, { as })({ ...untouched }, sent);
  const ctx = await currentContext();
  return state.ok ? forgetKept(ctx, path, `${path}?done=supervise`) : keepForm(ctx, path, 'supervise', state);
}
