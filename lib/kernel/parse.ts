import type { ZodType } from 'zod';
import { DomainError } from './errors';
import { nameIssue } from './input-issue';
import { unstorableAt } from './text';

/**
 * Reads untrusted input by its schema; every verb does so itself, so no caller can skip it.
 * @throws `invalid` `input.invalid` with one issue per wrong field; `message` is the schema's own, in English, and the
 *   transport replaces it by words in the reader's language. A text that PostgreSQL cannot store is wrong on both engines.
 */
export function parse<Output>(schema: ZodType<Output>, raw: unknown): Output {
  const result = schema.safeParse(raw);
  if (result.success) {
    const at = unstorableAt(result.data);
    if (!at) return result.data;
    throw new DomainError('invalid', 'input.invalid', {
      issues: [{ path: at.join('.'), reason: 'http.bad_text', message: 'http.bad_text' }],
    });
  }
  throw new DomainError('invalid', 'input.invalid', {
    issues: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      ...nameIssue(issue, raw),
      message: issue.message,
    })),
  });
}
