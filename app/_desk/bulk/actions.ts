'use server';

import { redirect } from 'next/navigation';
import { planBulk } from '@/lib/orders/commands/plan-bulk';
import { runBulk } from '@/lib/orders/commands/run-bulk';
import { undoBulk } from '@/lib/orders/commands/undo-bulk';
import { bulkIdInput, bulkInput } from '@/lib/orders/input';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../refused-form';
import { chosenOf } from './chosen';

const plan = defineAction(bulkInput, planBulk);
const run = defineAction(bulkIdInput, runBulk, { as: 'bulk dispatch' });

/** 确认派单: writes down what was chosen, then works it off; the page of the bulk says what became of each. */
export async function bulkAction(form: FormData): Promise<void> {
  const ctx = await currentContext();
  const list = chosenOf(form.getAll('o'));
  const sent = new FormData();
  sent.set('id', String(form.get('id') ?? ''));
  const handler = String(form.get('handler') ?? '');
  if (handler) sent.set('handler', handler);
  list.forEach((code, i) => {
    sent.set(`orders.${i}.code`, code);
    sent.set(`orders.${i}.version`, String(form.get(`version-${code}`) ?? ''));
  });
  const planned = await plan(untouched, sent);
  const query = new URLSearchParams(list.map((code) => ['o', code]));
  if (!planned.ok) return keepForm(ctx, '/desk/bulk', 'bulk', planned, formFields(form), query);
  await run(untouched, sent);
  return forgetKept(ctx, '/desk/bulk', `/desk/bulk/${planned.result?.id}`);
}

/** 接着办: works off what an interruption left. */
export async function goOnAction(form: FormData): Promise<void> {
  await run(untouched, form);
  redirect(`/desk/bulk/${encodeURIComponent(String(form.get('id')))}`);
}

export async function undoBulkAction(form: FormData): Promise<void> {
  const state = await defineAction(bulkIdInput, undoBulk)(untouched, form);
  const path = `/desk/bulk/${encodeURIComponent(String(form.get('id')))}`;
  const ctx = await currentContext();
  if (!state.ok) return keepForm(ctx, path, 'undo', state, {});
  return forgetKept(ctx, path, `${path}?done=undo`);
}
