import type { core, ZodType } from 'zod';
import { DomainError, type InputIssue } from '@/lib/kernel/errors';
import { isReason, nameIssue, valueAt } from '@/lib/kernel/input-issue';
import { hasWords, type Locale, reasonWords } from './words';

type Raw = core.$ZodIssue;

/** Every wrong field with a stable reason and words for the person who reads it. */
export function issuesOf(issues: readonly Raw[], raw: unknown, locale: Locale): InputIssue[] {
  return issues.map((issue) => {
    const { reason, params } = nameIssue(issue, raw);
    const message = reasonWords(locale, reason, 'invalid', params);
    return { path: issue.path.join('.'), reason, message, ...(params && { params }) };
  });
}

/** Issues that a verb found by itself carry zod's own words; here they get the reader's. */
export function reworded(issues: InputIssue[], locale: Locale): InputIssue[] {
  return issues.map(({ path, reason, message, params }) => {
    const named = isReason(message) && hasWords(message) ? message : reason;
    return { path, reason: named, message: reasonWords(locale, named, 'invalid', params) };
  });
}

function coerced(value: string, expected: string): unknown {
  const number = Number(value);
  if (expected === 'number' || expected === 'int')
    return value.trim() !== '' && Number.isFinite(number) ? number : value;
  if (expected === 'boolean') return ['on', 'true', '1'].includes(value) ? true : value === 'false' ? false : value;
  if (expected === 'array') return [value];
  return value;
}

/** Puts in place of a text what its schema asks for. @returns whether anything changed */
function coerceAt(root: unknown, issue: Raw): boolean {
  if (issue.code !== 'invalid_type' || issue.path.length === 0) return false;
  const holder = valueAt(root, issue.path.slice(0, -1));
  const key = issue.path.at(-1);
  if (typeof holder !== 'object' || holder === null || key === undefined || !Object.hasOwn(holder, key)) return false;
  const at = holder as Record<PropertyKey, unknown>;
  const before = at[key];
  if (typeof before !== 'string') return false;
  at[key] = coerced(before, issue.expected);
  return at[key] !== before;
}

/**
 * Reads input by its schema. `texts`: forms and queries know texts only, so a text where the schema wants a number, a
 * yes or no, or a list is taken for one; JSON is taken as it is.
 * @throws invalid `input.invalid` with every wrong field
 */
export function readInput<T>(schema: ZodType<T>, raw: unknown, options: { texts: boolean; locale: Locale }): T {
  const value = options.texts ? structuredClone(raw) : raw;
  for (let rounds = 0; ; rounds++) {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const { issues } = result.error;
    const changed = options.texts && rounds < 20 && issues.map((issue) => coerceAt(value, issue)).includes(true);
    if (changed) continue;
    throw new DomainError('invalid', 'input.invalid', { issues: issuesOf(issues, value, options.locale) });
  }
}
