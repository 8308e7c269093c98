import type { ZodType } from 'zod';
import { DomainError } from './errors';

/**
 * Reads untrusted input by its schema; every verb does so itself, so no caller can skip it.
 * @throws `invalid` `input.invalid` with one issue per wrong field; `message` is the schema's own, in English, and the
 *   transport replaces it by words in the reader's language.
 */
export function parse<Output>(schema: ZodType<Output>, raw: unknown): Output {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw new DomainError('invalid', 'input.invalid', {
    issues: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      reason: `input.${issue.code}`,
      message: issue.message,
    })),
  });
}
