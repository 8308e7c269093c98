import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Context } from '@/lib/kernel/context';
import type { FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { readCode } from '../_order/read-code';
import { dropKept } from '../_shell/kept';
import { keepWork } from './keep-work';
import { orderPath, type SideName, sides } from './sides';

export interface WorkForm {
  side: SideName;
  form: string;
  code: string;
  /** The page of the order that the form stands on. */
  page: string;
}

/** Which order a form speaks of; one without a readable number belongs to none and leads back to the list. */
export function readWorkForm(side: SideName, form: string, data: FormData): WorkForm {
  const code = readCode(data.get('code'));
  if (!code) redirect(sides[side].base);
  return { side, form, code, page: orderPath(side, code) };
}

/** The address of a page that shows a refused form, with the error summary in view. */
export const refusedAt = (page: string, form: string): string => `${page}?form=${form}#errors`;

/** Signed out in the middle: the typed text is kept, and signing in leads back to it. */
export async function signInFirst(
  ctx: Context,
  { form, code }: WorkForm,
  page: string,
  typed: Record<string, string | string[]>,
): Promise<string> {
  const t = await getTranslations('work');
  const state = { message: t('session_ended'), reason: 'auth.sign_in_required' };
  await keepWork(ctx, { about: code, form, typed, state });
  return `/login?next=${encodeURIComponent(refusedAt(page, form))}`;
}

/**
 * One form, one verb: accepted → `done`, else back to the order with the typed text and the refusal. `sent` is what the
 * verb reads where the form's fields are named for people.
 */
export async function answerForm<Result>(
  work: WorkForm,
  data: FormData,
  action: FormAction<Result>,
  to: { done: (result: Result | undefined) => string | Promise<string>; sent?: FormData },
): Promise<never> {
  const ctx = await currentContext();
  const typed = formFields(data);
  if (ctx.actor.kind !== 'person') redirect(await signInFirst(ctx, work, work.page, typed));
  const state = await action({ ...untouched } as ActionState<Result>, to.sent ?? data);
  if (!state.ok) {
    await keepWork(ctx, { about: work.code, form: work.form, typed, state });
    redirect(refusedAt(work.page, work.form));
  }
  await dropKept(ctx, work.code);
  redirect(await to.done(state.result));
}
