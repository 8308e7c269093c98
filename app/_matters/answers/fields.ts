import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';

/** The forms of an answer and their fields; the first stands for what no field is to blame for. */
const forms = {
  give: [
    'title',
    'titleEn',
    'decision',
    'dueOn',
    'words',
    'wordsEn',
    'reason',
    'weighedBy',
    'weighedOn',
    'deliberation',
    'project',
  ],
  restate: ['words', 'wordsEn', 'reason', 'dueOn'],
  fulfil: ['words', 'wordsEn', 'doneOn', 'photo.photo'],
  take_back: ['words', 'wordsEn', 'reason'],
  reword: ['words', 'wordsEn', 'reason'],
  link: ['deliberation', 'project'],
} as const;
export type AnswerForm = keyof typeof forms;

export interface AnswerView extends FormView {
  form: AnswerForm;
  /** As `field`, with an id of its own: several forms of a page have words and a reason. */
  at(name: string, fallback?: string): ReturnType<FormView['field']> & { id: string };
}

export function answerView(form: AnswerForm, kept: KeptForm | null): AnswerView {
  const idOf = (name: string) => `${form}-${name}`;
  const view = formView(form, kept, Object.fromEntries(forms[form].map((name) => [name, idOf(name)])));
  return { ...view, form, at: (name, fallback) => ({ ...view.field(name, fallback), id: idOf(name) }) };
}
