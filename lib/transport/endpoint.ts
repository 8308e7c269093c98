import canonicalize from 'canonicalize';
import type { Context } from '@/lib/kernel/context';
import type { EndpointRow } from '@/lib/kernel/endpoint';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { guardOrigin } from './http';
import { type Found, routerOf } from './match';
import { methodNotAllowed, problemResponse } from './problem';
import { noteRefusal } from './refusals';
import { type RequestContext, requestContext } from './request-context';
import { rowInput } from './row-input';
import type { Runtime } from './runtime';
import type { Locale } from './words';

export interface Lane {
  runtime: Runtime;
  locale: Locale;
}

export type Api = (request: Request, lane: Lane) => Promise<Response>;

const base = '/api/v1';

/** The parts of a path below `/api/v1`, decoded; null when it cannot be decoded. */
function partsOf(request: Request): string[] | null {
  const { pathname } = new URL(request.url);
  try {
    return pathname
      .slice(base.length)
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * Whether an API key's scope covers an endpoint: `GET *`, or its method and path as the document writes them.
 * @throws forbidden `api_key.out_of_scope`
 */
export function refuseOutOfScope(scope: string[] | null, method: string, path: string): void {
  if (scope === null || scope.includes(`${method} *`) || scope.includes(`${method} ${path}`)) return;
  throw new DomainError('forbidden', 'api_key.out_of_scope');
}

function refuseAudience(row: EndpointRow, { ctx: { actor }, session }: RequestContext): void {
  refuseOutOfScope(session?.scope ?? null, row.method, row.path);
  if (row.audience === 'anyone') return;
  if (actor.kind !== 'person') throw new DomainError('unauthenticated', 'auth.sign_in_required');
  const admin = actor.memberships.some((m) => m.role === 'system_admin');
  if (row.audience === 'system_admin' && !admin) throw new DomainError('forbidden', 'auth.admin_only');
}

/** A result that its own schema does not describe is a fault of the program; production does not pay for the check. */
function checkOutput(row: EndpointRow, output: unknown): void {
  if (process.env.NODE_ENV === 'production') return;
  const checked = row.output.safeParse(output);
  if (checked.success) return;
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`${row.method} ${row.path} answered what its output schema does not describe: ${faults}`);
}

/**
 * The same key again gives the same bytes, also when the first answer comes out of a jsonb column, which does not keep
 * the order of keys.
 */
const bytesOf = (row: EndpointRow, output: unknown): string =>
  (row.method === 'GET' ? JSON.stringify(output) : canonicalize(output)) ?? '{}';

async function run(request: Request, lane: Lane, { row, params }: Found & { kind: 'row' }): Promise<Response> {
  let ctx: Context | null = null;
  const reader = { locale: lane.locale, requestId: newId() };
  try {
    guardOrigin(request);
    const called = await requestContext(lane.runtime, request.headers, 'cookie or bearer');
    ctx = { ...called.ctx, requestId: reader.requestId };
    refuseAudience(row, called);
    const input = await rowInput(request, row, params, lane.locale);
    const output = await row.run(ctx, input);
    checkOutput(row, output);
    return new Response(bytesOf(row, output ?? {}), {
      status: row.status ?? 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': reader.requestId,
      },
    });
  } catch (error) {
    if (ctx) await noteRefusal(ctx, error, `${row.method} ${row.path}`, params.code);
    return problemResponse(error, reader);
  }
}

/**
 * The HTTP contract over a list of rows: matches, checks who asks, reads the input, runs the verb, answers JSON or a
 * problem. Knows nothing of Next, so that another server can carry the same rows.
 */
export function apiOf(rows: readonly EndpointRow[]): Api {
  const find = routerOf(rows);
  return async (request, lane) => {
    const parts = partsOf(request);
    // A HEAD is a GET whose answer's body is left out by the server.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found: Found = parts ? find(method, parts) : { kind: 'nothing' };
    if (found.kind === 'row') return run(request, lane, found);
    const reader = { locale: lane.locale, requestId: newId() };
    if (found.kind === 'wrong_method') return methodNotAllowed(found.allow, reader);
    return problemResponse(new DomainError('not_found', 'http.no_such_path'), reader);
  };
}
