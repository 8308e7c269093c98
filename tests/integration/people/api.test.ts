import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { auditEntry } from '@/lib/audit/tables';
import { endpoint } from '@/lib/kernel/endpoint';
import { DomainError } from '@/lib/kernel/errors';
import { issueApiKey } from '@/lib/people/commands/issue-api-key';
import { revokeSession } from '@/lib/people/commands/revoke-session';
import { signIn } from '@/lib/people/commands/sign-in';
import { peopleEndpoints } from '@/lib/people/endpoints';
import { apiOf } from '@/lib/transport/endpoint';
import { mintSessionCookie } from '@/lib/transport/session-cookie';
import { expectNoise } from '@/tests/support/noise';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';
import { password, type Town, town } from './register';

const echo = endpoint({
  method: 'POST',
  path: '/echo/{code}',
  input: z.object({ code: z.string(), words: z.string().min(3), clientId: z.string().optional() }),
  output: z.object({ code: z.string(), words: z.string(), clientId: z.string().optional(), who: z.string() }),
  audience: 'anyone',
  status: 201,
  summary: 'Says what was said',
  async run(ctx, input) {
    if (input.words === 'crash') throw new Error('the disk is on fire');
    if (input.words === 'forbidden') throw new DomainError('forbidden', 'account.admin_only');
    if (input.words === 'undescribed') return { ...input, who: 1 as never };
    return { ...input, who: ctx.actor.kind };
  },
});
const adminOnly = endpoint({ ...peopleEndpoints[1], path: '/admin-only', audience: 'system_admin' } as never);
const api = apiOf([...peopleEndpoints, echo, adminOnly]);

let db: TestDatabase;
let people: Town;
beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a-secret-of-a-test-and-nothing-else');
  db = await testDatabase();
  people = await town(db);
  return () => vi.unstubAllEnvs();
});

type Headers = Record<string, string>;
async function call(method: string, path: string, body?: unknown, headers: Headers = {}) {
  const request = new Request(`http://poli.example/api/v1${path}`, {
    method,
    headers: { host: 'poli.example', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const runtime = { engine: db.engine, clock: db.clock };
  const response = await api(request, { runtime, locale: 'zh-CN' });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const signInAs = async (account: string) => (await call('POST', '/login', { account, password })).body.token as string;
async function cookieOf(account: string) {
  const opened = await signIn(db.ctx({ kind: 'anonymous' }), { account, password, as: 'browser' });
  const { name, value } = await mintSessionCookie(opened.sessionId, opened.expiresAt);
  return { opened, cookie: `${name}=${value}` };
}

describe('POST /login, GET /me, POST /logout', () => {
  it('give a token, say who it is, and end it', async () => {
    const { status, body } = await call('POST', '/login', { account: 'dispatcher', password });
    expect(status).toBe(200);
    expect(body.expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
    expect(body.me).toMatchObject({ account: 'dispatcher', sessionKind: 'token', abilities: ['dispatch'] });
    const me = await call('GET', '/me', undefined, bearer(body.token));
    expect(me.body).toEqual(body.me);
    expect(me.headers.get('cache-control')).toBe('no-store');
    expect((await call('POST', '/logout', undefined, bearer(body.token))).status).toBe(200);
    expect(await call('GET', '/me', undefined, bearer(body.token))).toMatchObject({
      status: 401,
      body: { reason: 'auth.token_invalid' },
    });
  });

  it('answer wrong credentials with 401 and a closed door with 429', async () => {
    const wrong = () => call('POST', '/login', { account: 'dispatcher', password: 'wrong-Guess-1' });
    for (let i = 0; i < 5; i++) expect((await wrong()).status).toBe(401);
    const closed = await wrong();
    expect(closed).toMatchObject({ status: 429, body: { reason: 'throttle.login', title: 'Too Many Requests' } });
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(890);
  });

  it('ask nobody for nothing: 401 without a session, 422 with words for empty fields', async () => {
    expect(await call('GET', '/me')).toMatchObject({ status: 401, body: { reason: 'auth.sign_in_required' } });
    expect(await call('POST', '/login', {})).toMatchObject({
      status: 422,
      body: {
        reason: 'input.invalid',
        errors: [
          { path: 'account', reason: 'input.required', message: '请填写这一项。' },
          { path: 'password', reason: 'input.required', message: '请填写这一项。' },
        ],
      },
    });
  });
});

describe('the browser’s cookie', () => {
  it('works for reading, and for writing from own pages only', async () => {
    const { cookie } = await cookieOf('dispatcher');
    expect((await call('GET', '/me', undefined, { cookie })).body.sessionKind).toBe('staff');
    const say = (headers: Headers) => call('POST', '/echo/x', { words: 'hello' }, { cookie, ...headers });
    expect(await say({ origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { reason: 'http.foreign_origin' },
    });
    expect((await say({})).status).toBe(403);
    expect(await say({ origin: 'http://poli.example' })).toMatchObject({ status: 201, body: { who: 'person' } });
    expect((await say({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  it('is nobody from the moment its session is revoked', async () => {
    const { cookie, opened } = await cookieOf('dispatcher');
    await revokeSession(await people.as('admin'), { personId: opened.personId });
    expect((await call('GET', '/me', undefined, { cookie })).status).toBe(401);
  });
});

describe('an API key', () => {
  it('reaches the endpoints of its scope and no others', async () => {
    const scope = ['POST /echo/{code}'];
    const { key } = await issueApiKey(await people.as('admin'), { label: '热线', scope, validDays: 1 });
    const said = await call('POST', '/echo/x', { words: 'hello' }, bearer(key));
    expect(said).toMatchObject({ status: 201, body: { who: 'person' } });
    expect(await call('GET', '/me', undefined, bearer(key))).toMatchObject({
      status: 403,
      body: { reason: 'api_key.out_of_scope' },
    });
  });
});

describe('the one route', () => {
  const say = (words: string, headers?: Headers) => call('POST', '/echo/PL%2F1', { words }, headers);

  it('merges path, body and key, and lets none overwrite another', async () => {
    const said = await call('POST', '/echo/a', { code: 'a', words: 'hello' }, { 'idempotency-key': 'key-12345' });
    expect(said.body).toEqual({ code: 'a', words: 'hello', clientId: 'key-12345', who: 'anonymous' });
    const own = { words: 'hello', clientId: 'own-12345' };
    expect((await call('POST', '/echo/a', own, { 'idempotency-key': 'key-12345' })).body.clientId).toBe('own-12345');
    expect((await say('hello')).body.code).toBe('PL/1');
    const two = await call('POST', '/echo/a', { code: 'b', words: 'hello', clientId: 'own-12345' });
    expect([two.status, two.body.errors]).toMatchObject([422, [{ path: 'code', reason: 'input.said_twice' }]]);
  });

  it('tells an unknown path from a wrong method', async () => {
    expect(await call('GET', '/no/such')).toMatchObject({ status: 404, body: { reason: 'http.no_such_path' } });
    const wrong = await call('DELETE', '/me');
    expect(wrong).toMatchObject({ status: 405, body: { title: 'Method Not Allowed' } });
    expect(wrong.headers.get('allow')).toBe('GET');
    expect((await call('GET', '/echo/%E0%A4%A')).status).toBe(404);
  });

  it('refuses unreadable bodies with a word each', async () => {
    const type = { 'content-type': 'text/plain' };
    expect((await call('POST', '/echo/x', '{"words":')).status).toBe(400);
    expect((await call('POST', '/echo/x', '{}', type)).status).toBe(415);
    expect((await call('POST', '/echo/x', { words: 'x'.repeat(1024 * 1024) })).status).toBe(413);
    expect((await call('POST', '/echo/x', { words: 'a\u0000bc' })).status).toBe(400);
    expect((await call('POST', '/echo/%00', { words: 'hello' })).status).toBe(400);
    expect((await call('POST', '/echo/x', { words: 'hello' }, { 'idempotency-key': 'x' })).status).toBe(400);
    expect((await call('POST', '/echo/x', { words: 'hello' }, { authorization: 'Basic x' })).status).toBe(401);
  });

  it('hides a fault, logs it, and checks its own answers outside production', async () => {
    expectNoise(/the disk is on fire/);
    expectNoise(/answered what its output schema does not describe: who/);
    const crashed = await say('crash');
    expect(crashed).toMatchObject({ status: 500, body: { reason: 'server.unexpected' } });
    expect(JSON.stringify(crashed.body)).not.toContain('fire');
    expect((await say('undescribed')).status).toBe(500);
    vi.stubEnv('NODE_ENV', 'production');
    expect((await say('undescribed')).status).toBe(201);
  });

  it('keeps what is for administrators from others, and writes down who reached for it', async () => {
    const [dispatcher, admin] = [await signInAs('dispatcher'), await signInAs('admin')];
    expect((await call('GET', '/admin-only')).status).toBe(401);
    expect((await call('GET', '/admin-only', undefined, bearer(admin))).status).toBe(200);
    expect((await call('GET', '/admin-only', undefined, bearer(dispatcher))).status).toBe(403);
    expect((await say('forbidden', bearer(dispatcher))).status).toBe(403);
    expect((await say('forbidden')).status).toBe(403);
    const rows = await db.engine.reader.select().from(auditEntry);
    const refused = rows.filter((row) => row.action === 'access.refused');
    expect(refused.map((row) => [row.actorId, row.subjectId]).sort()).toEqual([
      [people.idOf('dispatcher'), 'GET /admin-only'],
      [people.idOf('dispatcher'), 'POST /echo/{code}'],
    ]);
  });
});
