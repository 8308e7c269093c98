import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { InputIssue } from '@/lib/kernel/errors';
import type { FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { forgetKept, keepForm } from '../../_desk/refused-form';
import { sentForm, typedForm } from './sent-form';
import type { StepName } from './step-fields';

export const listPath = '/desk/deliberations';

/** The page of the case that a form speaks of; a form without a readable number belongs to none. */
export function casePath(form: FormData): string {
  const code = String(form.get('code') ?? '').toUpperCase();
  return /^[A-Z0-9-]{5,32}$/.test(code) ? `${listPath}/${code}` : redirect(listPath);
}

/** Fields that are typed one entry a line. */
const lineFields = ['points', 'pointsEn', 'seats', 'orders'];
const mostTold = 3;

/** What is wrong in a text of lines is said once for the text, with the number of the line. */
export function issuesByLine(
  issues: readonly InputIssue[],
  line: (n: number, message: string) => string,
): InputIssue[] {
  const told = issues.map((issue) => {
    const [root = '', index] = issue.path.split('.');
    if (!lineFields.includes(root)) return issue;
    const n = Number(index);
    return { ...issue, path: root, message: Number.isInteger(n) ? line(n + 1, issue.message) : issue.message };
  });
  const paths = [...new Set(told.map((issue) => issue.path))];
  return paths.flatMap((path) => {
    const own = told.filter((issue) => issue.path === path);
    const [first] = own;
    return first
      ? [
          {
            ...first,
            message: own
              .slice(0, mostTold)
              .map((issue) => issue.message)
              .join(' '),
          },
        ]
      : [];
  });
}

/** Refused: the words of each field, with the number of the line where there are lines. */
export async function inLines(state: ActionState<unknown>): Promise<ActionState<unknown>> {
  if (!state.issues) return state;
  const t = await getTranslations('matters');
  return { ...state, issues: issuesByLine(state.issues, (n, message) => t('line', { n, message })) };
}

/** One form, one verb, and back to the page of the case: with the typed text and the refusal, or with what was done. */
export async function runStep<Result>(step: StepName, form: FormData, action: FormAction<Result>): Promise<never> {
  const path = casePath(form);
  const state = await action({ ...untouched } as ActionState<Result>, sentForm(step, form));
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, path, `${path}?done=${step}`);
  return keepForm(ctx, path, step, await inLines(state), formFields(typedForm(step, form)));
}
