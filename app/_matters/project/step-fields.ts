import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';

/** The steps of a project that have a form, each with the fields that its verb reads. */
export const stepFields = {
  start: ['on'],
  spend: ['on', 'label', 'amountFen', 'receiptNo'],
  reach_milestone: ['ordinal', 'on', 'words'],
  add_milestone: ['title', 'dueOn'],
  add_photo: ['photo.work', 'words', 'takenOn'],
  explain_delay: ['reason'],
  complete: ['on'],
  postpone: ['newDueOn', 'reason'],
  raise_budget: ['amountFen', 'deliberation', 'reason'],
  correct_spend: ['spend', 'reason'],
  add_source: ['orders'],
  stop: ['reason'],
} as const satisfies Record<string, readonly string[]>;

export type StepName = keyof typeof stepFields;
export const stepNames = Object.keys(stepFields) as StepName[];

export const readStep = (value: unknown): StepName | null => stepNames.find((step) => step === value) ?? null;

/** What one form shows: every field with an id of its own, since several forms of the page have fields of one name. */
export interface StepView extends FormView {
  step: StepName;
  at(name: string, fallback?: string): ReturnType<FormView['field']> & { id: string };
}

export function stepView(step: StepName, kept: KeptForm | null): StepView {
  const idOf = (name: string) => `${step}-${name.replace('.', '-')}`;
  const view = formView(step, kept, Object.fromEntries(stepFields[step].map((name) => [name, idOf(name)])));
  return { ...view, step, at: (name, fallback) => ({ ...view.field(name, fallback), id: idOf(name) }) };
}
