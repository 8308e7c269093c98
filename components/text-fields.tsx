import {
  createElement,
  Fragment,
  type InputHTMLAttributes,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame';

type Own = FieldTexts & { name: string; id?: string };
type Native<T> = Omit<T, keyof Own | 'className'>;

/** One line of text; also number, telephone, date, password by `type`. The id is the name unless given. */
export function TextField({
  name,
  id = name,
  label,
  note,
  hint,
  error,
  ...rest
}: Own & Native<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <FieldFrame id={id} label={label} note={note} hint={hint} error={error}>
      <input className="input" id={id} name={name} {...rest} {...describedBy(id, { hint, error })} />
    </FieldFrame>
  );
}

export function TextArea({
  name,
  id = name,
  label,
  note,
  hint,
  error,
  ...rest
}: Own & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <FieldFrame id={id} label={label} note={note} hint={hint} error={error}>
      <textarea className="input" id={id} name={name} rows={4} {...rest} {...describedBy(id, { hint, error })} />
    </FieldFrame>
  );
}

export interface SelectOption {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

/** Given as arguments and not as a list, options need no keys: a hundred keys are bytes that every phone pays for. */
const optionOf = ({ value, label }: SelectOption) => createElement('option', { value }, label);

export function SelectField({
  name,
  id = name,
  label,
  note,
  hint,
  error,
  options,
  empty,
  ...rest
}: Own & { options: SelectOption[]; empty?: string } & Native<SelectHTMLAttributes<HTMLSelectElement>>) {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <FieldFrame id={id} label={label} note={note} hint={hint} error={error}>
      <select className="input" id={id} name={name} {...rest} {...describedBy(id, { hint, error })}>
        {empty !== undefined && <option value="">{empty}</option>}
        {groups.map((group) => {
          const own = options.filter((option) => option.group === group).map(optionOf);
          return group === undefined
            ? createElement(Fragment, { key: '' }, ...own)
            : createElement('optgroup', { key: group, label: group }, ...own);
        })}
      </select>
    </FieldFrame>
  );
}
