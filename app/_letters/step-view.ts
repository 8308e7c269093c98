import { type FormView, formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';

/** The steps of a letter that have a form, each with the fields that its verb reads. */
export const stepFields = {
  receive: [],
  reply: ['words'],
  send_back: ['reason', 'replyBy'],
  extend: ['replyBy', 'reason'],
  hold_meeting: [
    ...['heldOn', 'place', 'agenda', 'present', 'others', 'decisions'],
    ...[0, 1, 2].flatMap((at) => [`decisions.${at}.words`, `decisions.${at}.owner`, `decisions.${at}.dueOn`]),
  ],
  settle_decision: ['decision', 'words'],
  postpone_decision: ['decision', 'dueOn', 'reason'],
  close: ['reason'],
  call_off: ['reason'],
} as const satisfies Record<string, readonly string[]>;

export type StepName = keyof typeof stepFields;

export const readStep = (value: unknown): StepName | null =>
  (Object.keys(stepFields) as StepName[]).find((step) => step === value) ?? null;

/** What one form shows: every field with an id of its own, since several forms of the page have fields of one name. */
export interface StepView extends FormView {
  step: StepName;
  at(name: string, fallback?: string): ReturnType<FormView['field']> & { id: string };
}

export function stepView(step: StepName, kept: KeptForm | null): StepView {
  const id = (name: string) => `${step}-${name.replaceAll('.', '-')}`;
  const view = formView(
    step,
    kept,
    Object.fromEntries((stepFields[step] as readonly string[]).map((name) => [name, id(name)])),
  );
  return { ...view, step, at: (name, fallback) => ({ ...view.field(name, fallback), id: id(name) }) };
}
