import type { VerdictForm } from './verdict-box';

/** What each verdict does not send: the field that belongs to the other. */
const fieldOfOther: Record<VerdictForm, string> = { pass: 'words', rework: 'waiver' };

/** The tick by which they are kept as a note beside the verdict that its value names. */
export const keepName = 'keep';

/** Words that were typed for the other verdict, in the one form of both; null where there are none. */
export function wordsBeside(form: VerdictForm, data: Pick<FormData, 'get'>) {
  const field = fieldOfOther[form];
  const words = String(data.get(field) ?? '').trim();
  return words ? { field, words, keep: data.get(keepName) === form } : null;
}
