export interface TypedWord {
  name: string;
  value: string;
}

type Field = HTMLTextAreaElement | HTMLInputElement;
const fields = (): Field[] => [
  ...document.querySelectorAll<Field>(
    '.queue-pane textarea[name], .queue-pane input[type="text"][name], .queue-pane input:not([type])[name]',
  ),
];

/** What somebody wrote beside the list and did not send yet. */
export const typedInPane = (): TypedWord[] =>
  fields()
    .filter((field) => field.value.trim() !== '' && field.value !== field.defaultValue)
    .map(({ name, value }) => ({ name, value }));

/** Puts words back where their field still is and stands empty; gives back those that have no place any more. */
export function putBackInPane(words: TypedWord[]): TypedWord[] {
  const left: TypedWord[] = [];
  for (const word of words) {
    const field = fields().find(
      ({ name, value, defaultValue }) => name === word.name && (!value || value === defaultValue),
    );
    if (field) field.value = word.value;
    else if (!fields().some(({ name, value }) => name === word.name && value === word.value)) left.push(word);
  }
  return left;
}

/** Somebody is in the middle of something: writing, choosing in the pane, with the keyboard in a row, or with rows ticked. */
export function isBusy(): boolean {
  const here = document.activeElement;
  return (
    typedInPane().length > 0 ||
    Boolean(here?.closest('.queue-list .row, .queue-pane form, input, textarea, select, dialog')) ||
    document.querySelector('.row-pick input:checked, .queue-list .row:hover') !== null
  );
}
