import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';

export interface FieldTexts {
  label: ReactNode;
  /** Stands behind the label, as （可不填）. */
  note?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** The ids that describe a control, and whether it is wrong: to spread on the control itself. */
export function describedBy(id: string, texts: Pick<FieldTexts, 'hint' | 'error'>) {
  return {
    'aria-describedby': classNames(texts.hint ? `${id}-hint` : null, texts.error ? `${id}-error` : null),
    'aria-invalid': texts.error ? true : undefined,
  };
}

/** Hint and error of a field, with the ids that `describedBy` names. */
export function FieldNotes({ id, hint, error }: { id: string } & Pick<FieldTexts, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Icon name="triangle" className="icon-text" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

/** One labelled control. The label is always written, a placeholder never takes its place. */
export function FieldFrame({
  id,
  label,
  note,
  hint,
  error,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className={classNames('field', error ? 'field-bad' : null)}>
      <label className="label" htmlFor={id}>
        {label}
        {note && <span className="label-note">{note}</span>}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** Several controls under one question. `id` is the id of the first control, where the error summary leads. */
export function GroupFrame({
  id,
  label,
  note,
  hint,
  error,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <fieldset
      className={classNames('field', error ? 'field-bad' : null)}
      aria-describedby={describedBy(id, { hint, error })['aria-describedby']}
    >
      <legend className="label">
        {label}
        {note && <span className="label-note">{note}</span>}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}
