/**
 * The closed set of ways in which a verb can refuse. Each maps to one HTTP status
 * (lib/transport/problem.ts); nothing below the transport knows HTTP.
 */
export const errorCodes = [
  'unreadable',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rule',
  'too_large',
  'wrong_type',
  'invalid',
  'too_many',
  'unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One thing wrong with the input: where, a stable reason, and words for the person who reads it. */
export interface InputIssue {
  path: string;
  reason: string;
  message: string;
  /** Values for the sentence of `reason`, as in the details below. */
  params?: Record<string, string | number>;
}

export interface DomainErrorDetails {
  /** Values for the translated sentence of `reason`, e.g. `{ limit: 3 }`. */
  params?: Record<string, string | number>;
  issues?: InputIssue[];
  /** For `conflict`: the version that stands now. */
  version?: number;
  /** For `too_many`: seconds until another try makes sense. */
  retryAfterSeconds?: number;
}

/**
 * The one error that commands throw. `reason` is stable and is a message key
 * (`order.already_claimed` → messages `reason.order.already_claimed`).
 * Throwing rolls the transaction back.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly details: DomainErrorDetails;

  constructor(code: ErrorCode, reason: string, details: DomainErrorDetails = {}) {
    super(reason);
    this.name = 'DomainError';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}

export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError';
}

/** Walks the cause chain: better-sqlite3 and node-postgres name a broken unique index differently. */
export function isUniqueViolation(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as Error & { code?: string };
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true;
  }
  return false;
}
