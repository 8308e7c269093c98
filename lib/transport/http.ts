import { DomainError } from '@/lib/kernel/errors';
import { unstorableAt } from '@/lib/kernel/text';
import { isOwnOrigin, isUnsafe } from './origin';
import { hasSessionCookie } from './session-cookie';

const megabyte = 1024 * 1024;

/**
 * The guard that a handler outside the reach of proxy.ts calls first: a browser's session must not be used by another
 * site. A request with a bearer token, or without any session, borrows nobody's rights.
 * @throws forbidden `http.foreign_origin`
 */
export function guardOrigin(request: Pick<Request, 'method' | 'headers'>): void {
  if (!isUnsafe(request.method) || isOwnOrigin(request.headers)) return;
  if (request.headers.has('authorization') || !hasSessionCookie(request.headers)) return;
  throw new DomainError('forbidden', 'http.foreign_origin');
}

/** The body's bytes, refused as soon as they are too many, whatever `Content-Length` says. @throws too_large `http.too_large` */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new DomainError('too_large', 'http.too_large', { params: { megabytes: Math.floor(limit / megabyte) } });
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}

/** @throws unreadable `http.bad_text` */
export function refuseUnstorableText(value: unknown): void {
  if (unstorableAt(value)) throw new DomainError('unreadable', 'http.bad_text');
}

/**
 * The JSON object of a body of at most 1 MB; no body is an empty object.
 * @throws too_large `http.too_large`, wrong_type `http.not_json`, unreadable `http.broken_json` | `http.bad_text`
 */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, megabyte);
  if (bytes.length === 0) return {};
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    throw new DomainError('wrong_type', 'http.not_json');
  }
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('unreadable', 'http.broken_json');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new DomainError('unreadable', 'http.broken_json');
  }
  refuseUnstorableText(body);
  return body as Record<string, unknown>;
}

/** The caller's key for a write that may be sent twice. @throws unreadable `http.bad_idempotency_key` */
export function idempotencyKey(headers: Headers): string | null {
  const key = headers
    .get('idempotency-key')
    ?.trim()
    .replace(/^"(.*)"$/, '$1');
  if (key === undefined || key === '') return null;
  if (!/^[\w.:-]{8,100}$/.test(key)) throw new DomainError('unreadable', 'http.bad_idempotency_key');
  return key;
}
