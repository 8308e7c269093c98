import type { core, ZodType } from 'zod';
import { DomainError, type InputIssue } from '@/lib/kernel/errors';
import { hasWords, isReason, type Locale, reasonWords } from './words';

type Raw = core.$ZodIssue;
type Named = { reason: string; params?: Record<string, string | number> };

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let at = raw;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

function sizeReason(issue: Raw & { code: 'too_small' | 'too_big' }): Named {
  const small = issue.code === 'too_small';
  const limit = Number(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'string' && small && limit <= 1) return { reason: 'input.required' };
  const word =
    issue.origin === 'string'
      ? ['too_short', 'too_long']
      : issue.origin === 'array' || issue.origin === 'set'
        ? ['too_few', 'too_many']
        : ['too_low', 'too_high'];
  return { reason: `input.${word[small ? 0 : 1]}`, params: { limit } };
}

/** A stable reason for what zod found. A schema may name its own: a message that looks like one is one. */
function nameOf(issue: Raw, raw: unknown): Named {
  if (isReason(issue.message)) return { reason: issue.message };
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeReason(issue);
  const value = valueAt(raw, issue.path);
  if (value === undefined || value === null || value === '') return { reason: 'input.required' };
  if (issue.code === 'invalid_type') return { reason: 'input.wrong_type' };
  if (issue.code === 'invalid_value') return { reason: 'input.not_listed' };
  if (issue.code === 'unrecognized_keys') return { reason: 'input.unknown_field' };
  return { reason: 'input.wrong_shape' };
}

/** Every wrong field with a stable reason and words for the person who reads it. */
export function issuesOf(issues: readonly Raw[], raw: unknown, locale: Locale): InputIssue[] {
  return issues.map((issue) => {
    const { reason, params } = nameOf(issue, raw);
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
