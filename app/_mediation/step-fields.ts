import { type FormView, formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';

/** The steps of a mediation that have a form, each with the fields that its verb reads. */
export const stepFields = {
  propose_mediator: ['mediator', 'kind'],
  consent: ['to', 'how', 'on'],
  hold_session: ['heldAt', 'place', 'others', 'othersAgreed', 'words'],
  ask_opinion: ['duty', 'question'],
  answer_opinion: ['words'],
  write_agreement: ['parties', 'facts', 'performance', 'performUntil', 'oral'],
  sign: ['party', 'on'],
  seal: ['sealNo', 'on', 'mediatorSigned'],
  check_performance: ['outcome', 'on', 'words'],
  apply_confirmation: ['on'],
  confirm: ['on'],
  refuse: ['party', 'how', 'on', 'words'],
  fail: ['words'],
  withdraw: ['words'],
  refer: ['way', 'words'],
} as const satisfies Record<string, readonly string[]>;

export type StepName = keyof typeof stepFields;
export const stepNames = Object.keys(stepFields) as StepName[];

export const readStep = (value: unknown): StepName | null => stepNames.find((step) => step === value) ?? null;

/** Which of several forms of one step: the party's number, the question that is answered. */
export const readWhich = (value: unknown): string =>
  typeof value === 'string' && /^[a-z0-9-]{1,40}$/i.test(value) ? `-${value}` : '';

/** A tick has its name for an id; each stands once on a page. */
const ticks: readonly string[] = ['othersAgreed', 'oral', 'mediatorSigned'];

/** What one form shows: every field with an id of its own, since several forms of the page have fields of one name. */
export interface StepView extends FormView {
  step: StepName;
  which: string;
  at(name: string, fallback?: string): ReturnType<FormView['field']> & { id: string };
}

export function stepView(step: StepName, kept: KeptForm | null, which = ''): StepView {
  const form = `${step}${readWhich(which)}`;
  const id = (name: string) => (ticks.includes(name) ? name : `${form}-${name}`);
  const view = formView(form, kept, Object.fromEntries(stepFields[step].map((name) => [name, id(name)])));
  return { ...view, step, which, at: (name, fallback) => ({ ...view.field(name, fallback), id: id(name) }) };
}
