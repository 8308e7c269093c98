import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { issueApiKey } from '@/lib/people/commands/issue-api-key';
import { revokeSession } from '@/lib/people/commands/revoke-session';
import { signIn } from '@/lib/people/commands/sign-in';
import { findAccount } from '@/lib/people/queries/find-account';
import { session } from '@/lib/people/tables';
import { mintSessionCookie } from '@/lib/transport/session-cookie';
import { apiServer } from '@/tests/support/api-server';
import { placeInC, plainItem, rowOf, snapshot, submitted } from '@/tests/support/orders';
import { bodyOf, expectProblem, pathOf } from './on-order';

const server = apiServer();
const password = 'poli-2024-demo';
const minute = 60_000;

beforeEach(() => {
  // Sessions run on the real clock; the one server of this file is in this process.
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

async function bearer(account: string) {
  const s = server();
  const { body } = await s.anybody().post('/login', { account, password });
  return { client: s.anybody({ authorization: `Bearer ${body.token}` }), ...body };
}

/** The cookie that the sign-in page would have set. */
async function cookie(account: string) {
  const s = server();
  const from = s.ctx({ kind: 'anonymous' }, { caller: { address: `192.0.2.${Math.ceil(Math.random() * 250)}` } });
  const opened = await signIn(from, { account, password, as: 'browser' });
  const { name, value } = await mintSessionCookie(opened.sessionId, opened.expiresAt);
  return { client: s.anybody({ cookie: `a=b; ${name}=${value}; mode=elder` }), name, value, ...opened };
}

describe('a bearer token', () => {
  it('is answered with who it is for and till when', async () => {
    const { token, expiresAt, me } = await bearer('liuyang');
    expect(token).toMatch(/^pyt_[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBe(30 * 24 * 60 * minute);
    expect(me).toMatchObject({ name: '刘洋', account: 'liuyang', sessionKind: 'token' });
    expect(JSON.stringify(me)).not.toMatch(/\b1\d{10}\b/);
  });

  it('is over after 30 idle minutes of staff, and alive while it is used', async () => {
    const { client } = await bearer('chenchen');
    for (let n = 0; n < 4; n++) {
      later(29 * minute);
      expect((await client.get('/me')).status).toBe(200);
    }
    later(30 * minute + 1);
    expectProblem(await client.get('/me'), 401, 'auth.token_invalid');
    // Also where nobody has to be signed in: who shows a token that is over is told so.
    expectProblem(await client.get('/areas'), 401, 'auth.token_invalid');
  });

  it('of a volunteer is idle for eight hours at most', async () => {
    const { client } = await bearer('mali');
    later(8 * 60 * minute);
    expect((await client.get('/me')).status).toBe(200);
    later(8 * 60 * minute + 1);
    expectProblem(await client.get('/me'), 401, 'auth.token_invalid');
  });

  it('is over at its end, however busy', async () => {
    const { client, expiresAt } = await bearer('gaofeng');
    while (Date.now() + 20 * minute < Date.parse(expiresAt)) {
      later(20 * minute);
      expect((await client.get('/me')).status).toBe(200);
    }
    vi.setSystemTime(Date.parse(expiresAt));
    expectProblem(await client.get('/me'), 401, 'auth.token_invalid');
  });

  it('is over with POST /logout, and others of the same person are not', async () => {
    const [one, other] = [await bearer('fangmin'), await bearer('fangmin')];
    expect((await one.client.post('/logout')).body).toEqual({});
    expectProblem(await one.client.get('/me'), 401, 'auth.token_invalid');
    expect((await other.client.get('/me')).status).toBe(200);
  });

  it('is over when an administrator ends it, or disables the account', async () => {
    const s = server();
    const [one, other] = [await bearer('huanwei'), await bearer('huanwei')];
    const rows = await s.engine.reader
      .select()
      .from(session)
      .where(eq(session.personId, s.idOf('huanwei')));
    await revokeSession(await s.as('admin'), { personId: s.idOf('huanwei'), sessionId: rows[0]?.id });
    const statuses = [(await one.client.get('/me')).status, (await other.client.get('/me')).status];
    expect(statuses.sort()).toEqual([200, 401]);
    const account = await findAccount(s.ctx(), { personId: s.idOf('huanwei') });
    await disableAccount(await s.as('admin'), { accountId: account?.id ?? '' });
    expect([(await one.client.get('/me')).status, (await other.client.get('/me')).status]).toEqual([401, 401]);
  });

  it.each(['Bearer', 'Bearer ', 'Bearer a b', 'Bearer pyt_x', 'Token x', 'Bearer \u00e9'])(
    'that is none is refused: %j',
    async (authorization) => {
      expectProblem(await server().anybody({ authorization }).get('/me'), 401, 'auth.token_invalid');
    },
  );
});

describe('a browser’s cookie', () => {
  const order = { item: plainItem, words: '楼下有车堵住了单元门。', place: placeInC };

  it('reads without more, and writes only from this site’s own pages', async () => {
    const s = server();
    const { client } = await cookie('limin');
    expect((await client.get('/me')).body).toMatchObject({ name: '李敏', sessionKind: 'staff' });
    const made = await submitted(s);
    const body = await bodyOf(s, 'note', made);
    const before = await snapshot(s);
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${s.base}.evil.example` },
      { origin: s.base.replace('127.0.0.1', 'localhost') },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      // An Origin that is said counts, whatever else is.
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of foreign) {
      expectProblem(await client.post(pathOf('note', made), body, headers), 403, 'http.foreign_origin');
      expectProblem(await client.post('/orders', { ...order, clientId: newId() }, headers), 403, 'http.foreign_origin');
      expectProblem(await client.post('/logout', {}, headers), 403, 'http.foreign_origin');
      const upload = await client.with(headers).upload(new Uint8Array([1]));
      expectProblem(upload, 403, 'http.foreign_origin');
    }
    expect(await snapshot(s)).toEqual(before);
    expect((await client.post(pathOf('note', made), body, { origin: s.base })).status).toBe(200);
    const own = { 'sec-fetch-site': 'same-origin' };
    const other = await bodyOf(s, 'note', made);
    expect((await client.post(pathOf('note', made), other, own)).status).toBe(200);
  });

  it('lends nothing to a request without one: bearers and strangers need no Origin', async () => {
    const s = server();
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const made = await submitted(s);
    const { client } = await bearer('limin');
    expect((await client.post(pathOf('note', made), await bodyOf(s, 'note', made), evil)).status).toBe(200);
    expect((await s.anybody().post('/orders', { ...order, clientId: newId() }, evil)).status).toBe(201);
    // With both, the token is who calls.
    const both = (await cookie('dujuan')).client.with({ authorization: `Bearer ${(await bearer('limin')).token}` });
    expect((await both.get('/me')).body.name).toBe('李敏');
    expect((await both.post(pathOf('note', made), await bodyOf(s, 'note', made), evil)).status).toBe(200);
  });

  it('that is over, ended, or not of this program is nobody’s', async () => {
    const s = server();
    const { client, name, value, sessionId } = await cookie('limin');
    later(30 * minute + 1);
    expectProblem(await client.get('/me'), 401, 'auth.sign_in_required');
    expect((await client.get('/areas')).status).toBe(200);
    const fresh = await cookie('limin');
    await revokeSession(await s.as('admin'), fresh);
    expectProblem(await fresh.client.get('/me'), 401, 'auth.sign_in_required');
    for (const forged of [sessionId, 'x', `${value}x`, value.slice(0, -2)]) {
      expectProblem(await s.anybody({ cookie: `${name}=${forged}` }).get('/me'), 401, 'auth.sign_in_required');
    }
  });

  it('is ended by POST /logout from its own page', async () => {
    const { client } = await cookie('shuji');
    expect((await client.post('/logout', {}, { origin: server().base })).status).toBe(200);
    expectProblem(await client.get('/me'), 401, 'auth.sign_in_required');
  });

  it('names the person whose order it is', async () => {
    const s = server();
    const { client } = await cookie('wangguilan');
    const { body } = await client.post('/orders', { ...order, clientId: newId() }, { origin: s.base });
    expect((await rowOf(s, body)).requesterId).toBe(s.idOf('wangguilan'));
  });
});

describe('an API key', () => {
  const issue = async (scope: string[]) => {
    const s = server();
    const { key, expiresAt } = await issueApiKey(await s.as('admin'), { label: '城市平台', scope, validDays: 30 });
    return { client: s.anybody({ authorization: `Bearer ${key}` }), expiresAt };
  };

  it('opens what its scope names and nothing else', async () => {
    const s = server();
    const { client } = await issue(['GET /orders', 'POST /orders', 'GET /me']);
    expect((await client.get('/me')).body).toMatchObject({ name: '城市平台', account: null, sessionKind: 'api_key' });
    expect((await client.get('/orders')).body).toEqual({ items: [], nextCursor: null });
    const { body, status } = await client.post('/orders', {
      item: plainItem,
      words: '平台转来的一件事。',
      place: placeInC,
      clientId: newId(),
    });
    expect(status).toBe(201);
    const before = await snapshot(s);
    expectProblem(await client.get('/areas'), 403, 'api_key.out_of_scope');
    expectProblem(await client.get(`/orders/${body.code}`), 403, 'api_key.out_of_scope');
    expectProblem(
      await client.post(pathOf('nudge', body), await bodyOf(s, 'nudge', body)),
      403,
      'api_key.out_of_scope',
    );
    expectProblem(await client.upload(new Uint8Array([1])), 403, 'api_key.out_of_scope');
    expect((await snapshot(s)).orders).toBe(before.orders);
  });

  it('for reading reads everywhere its person may, and writes nowhere', async () => {
    const s = server();
    const { client } = await issue(['GET *']);
    expect((await client.get('/areas')).status).toBe(200);
    expect((await client.get('/orders')).status).toBe(200);
    const made = await submitted(s);
    // A key gives a scope; a role comes from memberships, and this person has none.
    expectProblem(await client.get(`/orders/${made.code}`), 404, 'order.not_found');
    expectProblem(await client.post('/logout'), 403, 'api_key.out_of_scope');
  });

  it('lasts to its last day without being used, and not beyond', async () => {
    const { client, expiresAt } = await issue(['GET *']);
    vi.setSystemTime(expiresAt - 1);
    expect((await client.get('/me')).status).toBe(200);
    vi.setSystemTime(expiresAt);
    expectProblem(await client.get('/me'), 401, 'auth.token_invalid');
  });
});
