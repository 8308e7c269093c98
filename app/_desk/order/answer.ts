import { redirect } from 'next/navigation';
import type { FormAction } from '@/lib/transport/action';
import type { ActionState } from '@/lib/transport/action-state';
import { untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { readCode } from '../../_order/read-code';
import { paneDone, paneRefused, readPaneReturn } from '../pane-return';
import { forgetKept, keepForm } from '../refused-form';

/** The page of the order that a form speaks of; a form without a readable number belongs to none. */
export function orderPath(form: FormData): string {
  const code = readCode(form.get('code'));
  return code ? `/desk/o/${code}` : redirect('/desk');
}

/** A copy of the form with some fields put differently: `null` takes a field away. */
export function reshaped(form: FormData, fields: Record<string, string | string[] | null>): FormData {
  const copy = new FormData();
  for (const [name, value] of form) copy.append(name, value);
  for (const [name, value] of Object.entries(fields)) {
    copy.delete(name);
    for (const text of value === null ? [] : [value].flat()) copy.append(name, text);
  }
  return copy;
}

/** A refusal that the form itself finds, one sentence at each field. */
export const refusedAt = (...fields: [path: string, message: string][]): ActionState<never> => ({
  ok: false,
  values: {},
  reason: 'input.invalid',
  message: fields[0]?.[1] ?? '',
  issues: fields.map(([path, message]) => ({ path, reason: 'input.required', message })),
});

/** Whether the answer of a verb says no more than number and state: what was just done took the order out of sight. */
export const isOutOfSight = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'status' in result && !('level' in result);

/** Where a form was sent from: the pane beside the queue, or (null) the order's own page. */
const paneOf = (form: FormData) => readPaneReturn(form.get('from'));

/**
 * Back to where the form stood: with the typed text and the refusal, or with the sentence of what was done. From the
 * pane beside the queue it goes on to the next order.
 */
export async function answerOrder(
  name: string,
  form: FormData,
  state: ActionState<unknown>,
  done = name,
): Promise<never> {
  const path = orderPath(form);
  const code = path.split('/').at(-1) ?? '';
  const pane = paneOf(form);
  const ctx = await currentContext();
  // A complaint about the community itself goes up to the street: the desk says so, the page of the order is not there.
  if (state.ok && isOutOfSight(state.result)) return forgetKept(ctx, path, `/desk?away=${code}`);
  if (state.ok) return forgetKept(ctx, path, pane ? paneDone(pane, code, done) : `${path}?done=${done}`);
  const typed = formFields(form);
  return pane
    ? keepForm(ctx, path, name, state, typed, paneRefused(pane, code), '/desk')
    : keepForm(ctx, path, name, state, typed);
}

/** One form, one verb. `sent` is what the verb reads where the form's fields are named for people. */
export async function runOrderForm<Result>(
  name: string,
  form: FormData,
  action: FormAction<Result>,
  sent: FormData = form,
): Promise<never> {
  return answerOrder(name, form, await action({ ...untouched } as ActionState<Result>, sent));
}
