import { ZodError } from 'zod';
import { DomainError, type ErrorCode, isDomainError } from '@/lib/kernel/errors';
import { issuesOf, reworded } from './issues';
import { logUnexpected } from './log';
import { outageOf } from './outage';
import { type Locale, reasonWords } from './words';

/** api.md: 412 a rule says no; the others as HTTP means them. */
export const statusOf: Record<ErrorCode, number> = {
  unreadable: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rule: 412,
  too_large: 413,
  wrong_type: 415,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
};

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** RFC 9457, with `reason` as the stable name of what happened. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  reason: string;
  requestId: string;
  errors?: { path: string; reason: string; message: string }[];
  /** With 409: the version that stands now. */
  version?: number;
}

export interface ReaderOf {
  locale: Locale;
  requestId: string;
}

/** Whatever was thrown, as an error of the closed set; null = nobody expected it. An outage is logged here. */
export function asDomainError(error: unknown, { locale, requestId }: ReaderOf): DomainError | null {
  if (isDomainError(error)) return error;
  const outage = outageOf(error);
  if (outage) logUnexpected(error, requestId);
  if (outage || !(error instanceof ZodError)) return outage;
  return new DomainError('invalid', 'input.invalid', { issues: issuesOf(error.issues, undefined, locale) });
}

export function problemOf(error: unknown, reader: ReaderOf): Problem {
  const { locale, requestId } = reader;
  const known = asDomainError(error, reader);
  if (!known) {
    logUnexpected(error, requestId);
    const detail = reasonWords(locale, 'server.unexpected', 'unavailable', { requestId });
    return {
      type: 'about:blank',
      title: titles[500] ?? '',
      status: 500,
      detail,
      reason: 'server.unexpected',
      requestId,
    };
  }
  const status = statusOf[known.code];
  const { issues, version, params } = known.details;
  return {
    type: 'about:blank',
    title: titles[status] ?? '',
    status,
    detail: reasonWords(locale, known.reason, known.code, params),
    reason: known.reason,
    requestId,
    ...(issues && { errors: reworded(issues, locale) }),
    ...(version !== undefined && { version }),
  };
}

/** Answers an error as `application/problem+json`; only what nobody expected is logged, and never shown. */
export function problemResponse(error: unknown, reader: ReaderOf, extra: Record<string, string> = {}): Response {
  const problem = problemOf(error, reader);
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': reader.requestId,
    ...extra,
  });
  const wait = (isDomainError(error) ? error : outageOf(error))?.details.retryAfterSeconds;
  if (wait !== undefined) headers.set('retry-after', String(wait));
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** A known path asked with a method that it does not have. */
export function methodNotAllowed(allow: string[], { locale, requestId }: ReaderOf): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: titles[405] ?? '',
    status: 405,
    detail: reasonWords(locale, 'http.method_not_allowed', 'not_found', { allow: allow.join(', ') }),
    reason: 'http.method_not_allowed',
    requestId,
  };
  return new Response(JSON.stringify(problem), {
    status: 405,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-request-id': requestId,
      allow: allow.join(', '),
    },
  });
}
