import type { core } from 'zod';
import type { InputIssue } from './errors';

type Raw = core.$ZodIssue;
type Named = Pick<InputIssue, 'reason' | 'params'>;

/** Whether a text is written like a reason: `order.already_claimed`. A schema may name its own as its message. */
export const isReason = (text: string): boolean => /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/.test(text);

/** What stands at a path of what was sent; undefined where nothing does. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
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

/** A stable reason for what zod found in `raw`, the same wherever input is read. */
export function nameIssue(issue: Raw, raw: unknown): Named {
  if (isReason(issue.message)) return { reason: issue.message };
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeReason(issue);
  const value = valueAt(raw, issue.path);
  if (value === undefined || value === null || value === '') return { reason: 'input.required' };
  if (issue.code === 'invalid_type') return { reason: 'input.wrong_type' };
  if (issue.code === 'invalid_value') return { reason: 'input.not_listed' };
  if (issue.code === 'unrecognized_keys') return { reason: 'input.unknown_field' };
  return { reason: 'input.wrong_shape' };
}
