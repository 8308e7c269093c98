import { limits } from '@/lib/rounds/input';
import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';

export const rowCells = ['heard', 'heardEn', 'doing', 'doingEn', 'who', 'dueOn'] as const;
/** Rows that stand on the page; a list that needs more is two questions. */
export const rowsShown = 8;

const rows = Array.from({ length: limits.rows }, (_, i) => rowCells.map((cell) => `rows.${i}.${cell}`)).flat();

/** The forms of a round and their fields; the first stands for what no field is to blame for. */
const forms = {
  open: ['question', 'questionEn', 'words', 'opensOn', 'closesOn'],
  write_down: ['words', 'way', 'heads'],
  close: ['send', 'reason'],
  publish: rows,
  add_to_list: rows,
} as const;
export type RoundForm = keyof typeof forms;

export interface RoundView extends FormView {
  form: RoundForm;
  /** As `field`, with an id of its own: several forms of a page have words. */
  at(name: string, fallback?: string): ReturnType<FormView['field']> & { id: string };
}

export function roundView(form: RoundForm, kept: KeptForm | null): RoundView {
  const idOf = (name: string) => `${form}-${name.replaceAll('.', '-')}`;
  const view = formView(form, kept, Object.fromEntries(forms[form].map((name) => [name, idOf(name)])));
  return { ...view, form, at: (name, fallback) => ({ ...view.field(name, fallback), id: idOf(name) }) };
}
