import type { EndpointRow } from '@/lib/kernel/endpoint';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { idempotencyKey, readJson, refuseUnstorableText } from './http';
import { readInput } from './issues';
import { type Locale, reasonWords } from './words';

type Fields = Record<string, unknown>;

function queryOf(request: Request): Fields {
  const { searchParams } = new URL(request.url);
  const query: Fields = {};
  for (const key of new Set(searchParams.keys())) {
    const values = searchParams.getAll(key);
    query[key] = values.length > 1 ? values : values[0];
  }
  return query;
}

/** The same value twice says nothing new; two values would leave one of them unheard. @throws invalid `input.said_twice` */
function refuseSaidTwice(said: Fields, again: Fields, locale: Locale): void {
  const twice = Object.keys(again).filter((name) => Object.hasOwn(said, name) && said[name] !== again[name]);
  if (twice.length === 0) return;
  const reason = 'input.said_twice';
  const message = reasonWords(locale, reason, 'invalid');
  throw new DomainError('invalid', 'input.invalid', { issues: twice.map((path) => ({ path, reason, message })) });
}

/** The caller's fields under the names of the input; the input's own name is taken as well. */
function renamed(body: Fields, row: EndpointRow, locale: Locale): Fields {
  const names = Object.entries(row.fields ?? {}).filter(([said]) => Object.hasOwn(body, said));
  const moved = Object.fromEntries(names.map(([said, name]) => [name, body[said]]));
  refuseSaidTwice(body, moved, locale);
  const rest = Object.entries(body).filter(([name]) => !names.some(([said]) => said === name));
  return { ...Object.fromEntries(rest), ...moved };
}

/** The fields of a GET that stand in headers. @throws unreadable `http.secret_in_address` */
function headerFields(request: Request, row: EndpointRow, query: Fields): Fields {
  const fields: Fields = {};
  for (const [name, header] of Object.entries(row.headers ?? {})) {
    if (Object.hasOwn(query, name))
      throw new DomainError('unreadable', 'http.secret_in_address', { params: { header } });
    const value = request.headers.get(header);
    if (value !== null) fields[name] = value;
  }
  return fields;
}

/** An `Idempotency-Key` stands for a `clientId` that the body does not name; the body's own is the more exact one. */
async function bodyOf(request: Request, row: EndpointRow, locale: Locale): Promise<Fields> {
  const key = idempotencyKey(request.headers);
  return { ...(key !== null && { clientId: key }), ...renamed(await readJson(request), row, locale) };
}

/** Errors name fields as the caller does. */
function inCallersWords(error: unknown, row: EndpointRow): unknown {
  if (!isDomainError(error) || !error.details.issues || !row.fields) return error;
  const said = new Map(Object.entries(row.fields).map(([from, to]) => [to, from]));
  const issues = error.details.issues.map((issue) => ({ ...issue, path: said.get(issue.path) ?? issue.path }));
  return new DomainError(error.code, error.reason, { ...error.details, issues });
}

/**
 * The input of one call: the path's parts beside the query and headers of a GET, or the body of a POST.
 * @throws invalid `input.invalid` with every wrong field, also one that the path names otherwise (`input.said_twice`) ·
 *   unreadable, wrong_type, too_large as the body is
 */
export async function rowInput(
  request: Request,
  row: EndpointRow,
  params: Record<string, string>,
  locale: Locale,
): Promise<unknown> {
  const query = queryOf(request);
  refuseUnstorableText([query, params]);
  const isGet = row.method === 'GET';
  const said = isGet ? { ...query, ...headerFields(request, row, query) } : await bodyOf(request, row, locale);
  refuseSaidTwice(said, params, locale);
  try {
    return readInput(row.input, { ...said, ...params }, { texts: isGet, locale });
  } catch (error) {
    throw inCallersWords(error, row);
  }
}
