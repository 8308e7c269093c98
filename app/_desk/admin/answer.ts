import { redirect } from 'next/navigation';
import type { FormAction } from '@/lib/transport/action';
import type { ActionState } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../refused-form';

/** A page of the administration that a form says it stands on; anything else goes to the entrance. */
export function adminPath(form: FormData): string {
  const path = String(form.get('at') ?? '');
  if (!/^\/admin\/[a-z]+(\/[a-z0-9._-]{2,60})?$/.test(path)) redirect('/admin');
  return path;
}

/** Runs a form of the administration and goes back to its page: with the typed text and the refusal, or with what was done. */
export async function runAdminForm<Result>(
  name: string,
  form: FormData,
  action: FormAction<Result>,
  query: Record<string, string> = {},
): Promise<never> {
  const path = adminPath(form);
  const state = await action({ ok: false, values: {} } as ActionState<Result>, form);
  const ctx = await currentContext();
  const more = new URLSearchParams(query);
  if (!state.ok) return keepForm(ctx, path, name, state, formFields(form), more);
  more.set('done', name);
  return forgetKept(ctx, path, `${path}?${more}`);
}
