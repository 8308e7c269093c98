'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { createAccount } from '@/lib/people/commands/create-account';
import { issueApiKey } from '@/lib/people/commands/issue-api-key';
import { resetPassword } from '@/lib/people/commands/reset-password';
import { accountInput, createAccountInput, issueApiKeyInput } from '@/lib/people/input';
import { defineAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { storeKept } from '../../_shell/kept';
import { refusalOf } from '../refused-form';

/** What is shown once: words, and the password or key. */
type Shown = { words: string; secret: string };

/** Signed out in the middle: what was typed waits, and signing in leads back to it. */
async function signInFirst(page: string, name: string, form: FormData): Promise<void> {
  const ctx = await currentContext();
  if (ctx.actor.kind === 'person') return;
  await storeKept(ctx, page, name, formFields(form), await refusalOf(ctx, untouched));
  redirect(`/login?next=${encodeURIComponent(`${page}?form=${name}#errors`)}`);
}

export async function createAccountAction(before: ActionState<Shown>, form: FormData): Promise<ActionState<Shown>> {
  await signInFirst('/admin/accounts', 'account', form);
  const t = await getTranslations('admin.accounts');
  const action = defineAction(createAccountInput, async (ctx, input) => {
    const { login, password } = await createAccount(ctx, input);
    return { words: t('made', { login }), secret: password };
  });
  return action(before, form);
}

export async function resetPasswordAction(before: ActionState<Shown>, form: FormData): Promise<ActionState<Shown>> {
  const t = await getTranslations('admin.accounts');
  const action = defineAction(accountInput, async (ctx, input) => {
    const { login, password } = await resetPassword(ctx, input);
    return { words: t('reset_done', { login }), secret: password };
  });
  return action(before, form);
}

/** The scope is typed one pattern a line: `GET /orders`. */
export async function issueKeyAction(before: ActionState<Shown>, form: FormData): Promise<ActionState<Shown>> {
  await signInFirst('/admin/keys', 'key', form);
  const t = await getTranslations('admin.keys');
  const lines = String(form.get('scope') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const sent = new FormData();
  for (const [name, value] of form) if (name !== 'scope') sent.append(name, value);
  for (const line of lines) sent.append('scope', line);
  const action = defineAction(issueApiKeyInput, async (ctx, input) => {
    const { key } = await issueApiKey(ctx, input);
    return { words: t('made', { label: input.label }), secret: key };
  });
  const state = await action(before, sent);
  // What was typed goes back as it was typed: one text of lines.
  return state.ok ? state : { ...state, values: { ...state.values, scope: String(form.get('scope') ?? '') } };
}
