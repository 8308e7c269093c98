'use client';

import { useActionState } from 'react';
import { Button, type ButtonKind } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import { SelectField, type SelectOption, TextField } from '@/components/text-fields';
import type { ActionState } from '@/lib/transport/action-state';
import type { KeptForm } from '../../_shell/kept';

export interface OnceField {
  name: string;
  label: string;
  hint?: string;
  note?: string;
  value?: string;
  required?: boolean;
  type?: 'text' | 'tel' | 'number';
  options?: SelectOption[];
  lines?: number;
}

/** Words and the secret; never kept anywhere. */
type OnceState = ActionState<{ words: string; secret: string }>;

/**
 * A form whose answer is shown once and kept nowhere: a password, an API key. So it is the one kind of form of the
 * administration that answers in place instead of by a redirect; it works without script as well.
 */
export function OnceForm(props: {
  action: (before: OnceState, form: FormData) => Promise<OnceState>;
  fields: OnceField[];
  hidden?: Record<string, string>;
  send: string;
  kind?: ButtonKind;
  errorTitle: string;
  onceNote: string;
  /** What was typed when the session was over. */
  kept?: KeptForm | null;
}) {
  const [state, action, isPending] = useActionState<OnceState, FormData>(props.action, {
    ok: false,
    values: props.kept?.values ?? {},
    message: props.kept?.message,
  });
  const issues = state.issues ?? [];
  const typed = (field: OnceField) => {
    const value = state.values[field.name];
    return (Array.isArray(value) ? value[0] : value) ?? field.value ?? '';
  };
  const errorOf = (name: string) => issues.find((issue) => issue.path.split('.')[0] === name)?.message;
  const errors =
    issues.length > 0
      ? issues.map((issue) => ({ field: issue.path.split('.')[0] ?? '', message: issue.message }))
      : state.message
        ? [{ field: props.fields[0]?.name ?? 'errors', message: state.message }]
        : [];
  return (
    // The key draws the fields anew after each answer, so that they show what was typed and not what React reset.
    <form key={JSON.stringify(state)} action={action} className="stack">
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary title={props.errorTitle} errors={errors} />
      {state.ok && state.result && (
        <output className="notice tone-green once">
          <span className="notice-body">
            {state.result.words} <code className="once-secret">{state.result.secret}</code> {props.onceNote}
          </span>
        </output>
      )}
      {props.fields.map((field) => {
        const common = {
          name: field.name,
          label: field.label,
          hint: field.hint,
          note: field.note,
          error: errorOf(field.name),
          defaultValue: state.ok ? (field.value ?? '') : typed(field),
          required: field.required,
        };
        if (field.options) return <SelectField key={field.name} {...common} options={field.options} />;
        if (field.lines) return <PageTextArea key={field.name} {...common} rows={field.lines} />;
        return <TextField key={field.name} {...common} type={field.type ?? 'text'} autoComplete="off" />;
      })}
      <p>
        <Button kind={props.kind} disabled={isPending}>
          {props.send}
        </Button>
      </p>
    </form>
  );
}
