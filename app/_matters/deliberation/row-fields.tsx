import type { ComponentProps } from 'react';
import { SelectField, type SelectOption, TextField } from '@/components/text-fields';
import type { Translate } from '../../_shell/translate';
import type { StepView } from './step-fields';

export interface Cell {
  name: string;
  label: string;
  options?: SelectOption[];
  input?: Pick<ComponentProps<typeof TextField>, 'inputMode' | 'maxLength'>;
}

/** Rows that stand open beyond those that are filled in; the rest are folded below, for who needs them. */
const spare = 2;
const atLeast = 3;

function Row(props: { view: StepView; group: string; index: number; cells: Cell[]; given?: Given; t: Translate }) {
  const { view, group, index, cells, given, t } = props;
  return (
    <fieldset className="cells">
      <legend className="away">{t('matters.row_no', { n: index + 1 })}</legend>
      {cells.map(({ name, label, options, input }) => {
        const field = view.at(`${group}.${index}.${name}`, given?.[name]);
        return options ? (
          <SelectField key={name} {...field} label={label} options={options} />
        ) : (
          <TextField key={name} {...field} {...input} label={label} autoComplete="off" />
        );
      })}
    </fieldset>
  );
}

type Given = Record<string, string>;

/** A small table that is typed cell by cell; rows left empty are none. Works without script, so its length is said beforehand. */
export function RowFields(props: {
  view: StepView;
  group: string;
  cells: Cell[];
  /** What stands now; what was typed takes its place. */
  given: Given[];
  /** How many rows were typed in a refused form. */
  typed: number;
  most: number;
  label: string;
  t: Translate;
}) {
  const { view, group, cells, given, typed, most, label, t } = props;
  const filled = view.refused ? typed : given.length;
  const open = Math.min(most, Math.max(atLeast, filled + spare));
  const row = (index: number) => (
    <Row key={index} {...{ view, group, index, cells, t }} given={view.refused ? undefined : given[index]} />
  );
  return (
    <fieldset className="stack-tight">
      <legend className="label">{label}</legend>
      {Array.from({ length: open }, (_, i) => row(i))}
      {open < most && (
        <details className="fold">
          <summary>{t('matters.more_rows', { count: most - open })}</summary>
          <div className="stack-tight">{Array.from({ length: most - open }, (_, i) => row(open + i))}</div>
        </details>
      )}
    </fieldset>
  );
}
