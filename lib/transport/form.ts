type Tree = { [key: string]: unknown } | unknown[];

const isUnsafeKey = (key: string) => key === '__proto__' || key === 'constructor' || key === 'prototype';

function put(tree: Tree, path: string[], value: unknown): void {
  const [key = '', ...rest] = path;
  const at = tree as Record<string, unknown>;
  if (rest.length === 0) {
    at[key] = value;
    return;
  }
  const next = at[key];
  const inner: Tree =
    typeof next === 'object' && next !== null ? (next as Tree) : /^\d{1,3}$/.test(rest[0] ?? '') ? [] : {};
  at[key] = inner;
  put(inner, rest, value);
}

/** The text fields of a form by name, as typed: one text, or a list where a name comes more than once. */
export function formFields(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  // A caller of an action may leave the form out, whatever its type says.
  if (!(form instanceof FormData)) return fields;
  for (const [key, text] of form.entries()) {
    // React's own fields name the action; they are no input.
    if (key.startsWith('$ACTION') || typeof text !== 'string') continue;
    const before = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (before === undefined) fields[key] = text;
    else if (Array.isArray(before)) before.push(text);
    else fields[key] = [before, text];
  }
  return fields;
}

/**
 * Fields as the object that a schema reads: `place.detail` and `pieces.0.kind` become objects and lists, and a field
 * left empty is a field not filled in.
 */
export function formInput(fields: Record<string, string | string[]>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, typed] of Object.entries(fields)) {
    const value = Array.isArray(typed) ? typed.filter((text) => text !== '') : typed;
    if (value === '' || value.length === 0) continue;
    const path = name.split('.');
    if (path.length <= 6 && !path.some(isUnsafeKey)) put(input, path, value);
  }
  return input;
}
