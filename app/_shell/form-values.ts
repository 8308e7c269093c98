import { createHash } from 'node:crypto';
import type { FieldError } from '@/components/error-summary';
import type { KeptForm } from './kept';

/** What a form shows: the kept text of its own last try, else what is given. */
export interface FormView {
  /** The typed text of a field, else `fallback`. */
  text(name: string, fallback?: string): string | undefined;
  list(name: string): string[];
  /** What every field of text takes of it: its name, what it shows, and what is wrong with it. */
  field(name: string, fallback?: string): { name: string; defaultValue: string | undefined; error: string | undefined };
  /** What is wrong with a field; the input's path is the field's name, or begins with it. */
  error(name: string): string | undefined;
  refused: boolean;
  /** Stable name of the refusal; empty when it was not refused. */
  reason: string;
  errors: FieldError[];
  /** Changes with each try, so that the fields are drawn anew and show what was kept. */
  key: string;
}

/**
 * A form's view of what was kept, if that was its own. `controls`: name of a field → id of its control, where the error
 * summary leads; the first of them stands for what no field is to blame for. `labels`: what the fields are called there,
 * for forms of several fields.
 */
export function formView(
  form: string,
  kept: KeptForm | null,
  controls: Record<string, string>,
  labels: Record<string, string> = {},
): FormView {
  const own = kept?.form === form ? kept : null;
  const names = Object.keys(controls);
  const ownName = (path: string) => names.find((f) => path === f || path.startsWith(`${f}.`));
  const nameOf = (path: string) => ownName(path) ?? names[0] ?? '';
  const controlOf = (path: string) => controls[nameOf(path)] ?? 'errors';
  const issues = own?.issues ?? [];
  const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
  const errors: FieldError[] = issues.map((issue) => ({
    field: controlOf(issue.path),
    label: labels[ownName(issue.path) ?? ''],
    message: issue.message,
  }));
  if (own?.message && errors.length === 0) errors.push({ field: controlOf(''), message: own.message });
  const text = (name: string, fallback?: string) => (own ? (first(own.values[name]) ?? '') : fallback);
  const error = (name: string) => issues.find((issue) => nameOf(issue.path) === name)?.message;
  return {
    text,
    list: (name) => [own?.values[name] ?? []].flat(),
    field: (name, fallback = '') => ({ name, defaultValue: text(name, fallback), error: error(name) }),
    error,
    refused: errors.length > 0,
    reason: own?.reason ?? '',
    errors,
    key: own ? createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16) : form,
  };
}
