import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { type FieldTexts, GroupFrame } from './field-frame';

export interface Choice {
  value: string;
  label: ReactNode;
  /** Quiet text at the end of the card: load, distance, who it is for. */
  aside?: ReactNode;
  disabled?: boolean;
}

type Group = FieldTexts & {
  name: string;
  /** Of the first control, where another group of the same name stands on the page. */
  id?: string;
  choices: Choice[];
  /** Short answers stand beside each other and wrap; `chips` without the dot of the radio button. */
  row?: boolean | 'chips';
  required?: boolean;
};

/** One answer out of several, each a card of full target size around a native radio button. */
export function RadioCards({ name, id = name, choices, value, row, required, ...texts }: Group & { value?: string }) {
  return (
    <GroupFrame id={id} {...texts}>
      <Cards type="radio" {...{ name, id, choices, row, required }} isChosen={(v) => v === value} />
    </GroupFrame>
  );
}

/** Any number of answers; all go by the same name. */
export function CheckboxGroup({ name, id = name, choices, values = [], row, ...texts }: Group & { values?: string[] }) {
  return (
    <GroupFrame id={id} {...texts}>
      <Cards type="checkbox" {...{ name, id, choices, row }} isChosen={(v) => values.includes(v)} />
    </GroupFrame>
  );
}

function Cards(props: {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  choices: Choice[];
  row?: Group['row'];
  required?: boolean;
  isChosen: (value: string) => boolean;
}) {
  return (
    <div className={classNames('choices', props.row && 'choices-row', props.row === 'chips' && 'choices-chips')}>
      {props.choices.map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            type={props.type}
            id={index === 0 ? props.id : `${props.id}-${choice.value}`}
            name={props.name}
            value={choice.value}
            defaultChecked={props.isChosen(choice.value)}
            disabled={choice.disabled}
            required={props.required}
          />
          <span className="choice-body">{choice.label}</span>
          {choice.aside && <span className="choice-aside">{choice.aside}</span>}
        </label>
      ))}
    </div>
  );
}

/** A single yes: consent, anonymity. */
export function Tick(props: {
  name: string;
  value?: string;
  label: ReactNode;
  checked?: boolean;
  required?: boolean;
  keys?: Pick<InputHTMLAttributes<HTMLInputElement>, 'accessKey' | 'aria-keyshortcuts'>;
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        id={props.name}
        name={props.name}
        value={props.value ?? 'yes'}
        defaultChecked={props.checked}
        required={props.required}
        {...props.keys}
      />
      <span>{props.label}</span>
    </label>
  );
}
