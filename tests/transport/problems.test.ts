import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import type { Answer, HttpClient } from '@/tests/support/http-client';
import { anOrder, bodies, placeInC, plainItem, rowOf, snapshot, submitted } from '@/tests/support/orders';
import { act, bodyOf, expectProblem, pathOf } from './on-order';

const server = apiServer();
const order = { item: plainItem, words: '楼下有车堵住了单元门。', place: placeInC };
const raw = (body: BodyInit, type = 'application/json') => ({ body, headers: { 'content-type': type } });
const asked = { field: 'phone', reason: '约上门时间' };

type Case = [status: number, reason: string, ask: (s: ApiServer, language: Record<string, string>) => Promise<Answer>];

const account = async (s: ApiServer, name: string, language: Record<string, string>): Promise<HttpClient> =>
  (await s.signedIn(name)).with(language);

/** At least one of each status that a caller can bring about; 503 needs a broken machine (production.test.ts). */
const cases: Case[] = [
  [400, 'http.broken_json', (s, l) => s.anybody(l).send('POST', '/orders', raw('{"words": '))],
  [400, 'http.broken_json', (s, l) => s.anybody(l).send('POST', '/orders', raw('[1, 2]'))],
  [400, 'http.bad_text', (s, l) => s.anybody(l).post('/orders', { ...order, words: '\u0000', clientId: newId() })],
  [400, 'http.bad_text', (s, l) => s.anybody(l).get('/areas?parent=%00')],
  [400, 'http.bad_idempotency_key', (s, l) => s.anybody(l).post('/orders', order, { 'idempotency-key': 'short' })],
  [
    400,
    'http.broken_multipart',
    (s, l) => s.anybody(l).send('POST', '/uploads', raw('x', 'multipart/form-data; boundary=b')),
  ],
  [401, 'auth.sign_in_required', (s, l) => s.anybody(l).get('/me')],
  [401, 'auth.token_invalid', (s, l) => s.anybody({ ...l, authorization: 'Bearer pyt_nobody' }).get('/areas')],
  [401, 'auth.token_invalid', (s, l) => s.anybody({ ...l, authorization: 'Basic bGltaW46eA==' }).get('/me')],
  [401, 'auth.wrong_credentials', (s, l) => s.anybody(l).post('/login', { account: 'dujuan', password: 'guessed' })],
  [
    403,
    'order.not_for_you.assign',
    async (s, l) => act(s, await account(s, 'dujuan', l), 'assign', await submitted(s)),
  ],
  [
    403,
    'order.not_revealable',
    async (s, l) => (await account(s, 'dujuan', l)).post(`/orders/${(await submitted(s)).code}/reveal`, asked),
  ],
  [
    403,
    'order.channel_not_yours',
    (s, l) => s.anybody(l).post('/orders', { ...order, channel: 'hall', clientId: newId() }),
  ],
  [404, 'http.no_such_path', (s, l) => s.anybody(l).get('/nothing/here')],
  [404, 'http.no_such_path', (s, l) => s.anybody(l).get('/areas/%E4%B8')],
  [404, 'order.not_found', async (s, l) => (await account(s, 'limin', l)).get('/orders/PL20240115-9999')],
  [
    404,
    'order.not_found',
    async (s, l) => (await account(s, 'zhoujianguo', l)).get(`/orders/${(await submitted(s)).code}`),
  ],
  [404, 'order.code_unknown', (s, l) => s.anybody(l).get('/track/AAAAA-BBBBB')],
  [405, 'http.method_not_allowed', (s, l) => s.anybody(l).send('DELETE', '/orders')],
  [405, 'http.method_not_allowed', (s, l) => s.anybody(l).send('PUT', '/uploads')],
  [409, 'order.not_in_state', async (s, l) => act(s, await account(s, 'limin', l), 'recall', await submitted(s))],
  [
    409,
    'order.stale',
    async (s, l) => {
      const made = await submitted(s);
      const body = await bodyOf(s, 'assign', made);
      await act(s, 'limin', 'classify', made);
      return (await account(s, 'limin', l)).post(pathOf('assign', made), body);
    },
  ],
  [
    412,
    'order.evidence_incomplete',
    async (s, l) => {
      const made = await anOrder(s, { state: 'in_progress' });
      const nothing = { outcome: 'resolved', pieces: [] };
      return act(s, await account(s, 'gaofeng', l), 'submit_evidence', made, nothing);
    },
  ],
  [
    412,
    'order.staff_browser',
    async (s, l) => {
      const made = await anOrder(s, { state: 'awaiting_rating' });
      const rate = { clientId: newId(), ...bodies.rate };
      return (await account(s, 'chenchen', l)).post(`/track/${made.queryCode}/actions/rate`, rate);
    },
  ],
  [413, 'http.too_large', (s, l) => s.anybody(l).post('/orders', { ...order, words: '长'.repeat(400_000) })],
  [413, 'upload.too_large', (s, l) => s.anybody(l).upload(new Uint8Array(8 * 1024 * 1024 + 1))],
  [413, 'http.too_large', (s, l) => s.anybody(l).upload(new Uint8Array(9 * 1024 * 1024))],
  [
    415,
    'http.not_json',
    (s, l) => s.anybody(l).send('POST', '/orders', raw('words=x', 'application/x-www-form-urlencoded')),
  ],
  [415, 'http.not_multipart', (s, l) => s.anybody(l).post('/uploads', {})],
  [415, 'upload.wrong_type', (s, l) => s.anybody(l).upload(new TextEncoder().encode('<svg onload="alert(1)"/>'))],
  [422, 'upload.empty', (s, l) => s.anybody(l).upload(new Uint8Array(0))],
  [422, 'input.invalid', (s, l) => s.anybody(l).post('/orders', { words: 7, photos: 'x' })],
  [422, 'item.unknown', (s, l) => s.anybody(l).post('/orders', { ...order, item: '9999', clientId: newId() })],
  [
    422,
    'place.area_unknown',
    (s, l) => s.anybody(l).post('/orders', { ...order, place: { areaCode: '320371003208099' }, clientId: newId() }),
  ],
  [422, 'order.place_missing', (s, l) => s.anybody(l).post('/orders', { ...order, place: {}, clientId: newId() })],
  [
    422,
    'order.place_too_wide',
    (s, l) => s.anybody(l).post('/orders', { ...order, place: { areaCode: '320371003208' }, clientId: newId() }),
  ],
  [422, 'photo.unknown', (s, l) => s.anybody(l).post('/orders', { ...order, photos: [newId()], clientId: newId() })],
  [
    422,
    'order.handler_unknown',
    async (s, l) => act(s, await account(s, 'limin', l), 'assign', await submitted(s), { handler: { unit: 'NOBODY' } }),
  ],
  [422, 'input.invalid', async (s, l) => (await account(s, 'limin', l)).get('/orders?limit=201')],
  [422, 'input.invalid', async (s, l) => (await account(s, 'limin', l)).get('/orders?status=closed,nonsense')],
  [422, 'input.cursor', async (s, l) => (await account(s, 'limin', l)).get('/orders?cursor=nonsense')],
];

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
};

describe('a refusal', () => {
  it.each(cases)('%i %s is a problem in the reader’s language', async (status, reason, ask) => {
    const s = server();
    const chinese = await ask(s, { 'accept-language': 'zh-CN,zh;q=0.9' });
    const english = await ask(s, { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' });
    for (const answer of [chinese, english]) {
      expectProblem(answer, status, reason);
      expect(answer.body.title).toBe(titles[status]);
    }
    expect(chinese.body.detail).toMatch(/\p{Script=Han}.*。$/u);
    expect(english.body.detail).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(chinese.body.requestId).not.toBe(english.body.requestId);
    for (const { message } of english.body.errors ?? []) expect(message).not.toMatch(/\p{Script=Han}/u);
    for (const { message } of chinese.body.errors ?? []) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('comes of every status that the contract names', () => {
    expect([...new Set(cases.map(([status]) => status))].sort()).toEqual(Object.keys(titles).map(Number));
  });

  it('leaves nothing behind', async () => {
    const s = server();
    const writing = cases.filter(([status]) => [400, 404, 413, 415, 422].includes(status));
    await submitted(s);
    for (const [status, reason, ask] of writing) {
      const before = (await snapshot(s)).orders?.split('\n').length ?? 0;
      await ask(s, {});
      const { orders = '' } = await snapshot(s);
      // Some cases bring an order of their own, through the command, to be refused on.
      const own = ['order.not_found', 'order.handler_unknown'].includes(reason) ? 1 : 0;
      expect(orders.split('\n').length - before, `${status} ${reason}`).toBeLessThanOrEqual(own);
    }
  });

  it('follows the language that was chosen before the one that is sent', async () => {
    const english = { cookie: 'locale=en', 'accept-language': 'zh-CN' };
    expect((await server().anybody(english).get('/me')).body.detail).toMatch(/^[ -~’]+$/);
    const unknown = { cookie: 'locale=tlh', 'accept-language': 'fr, en;q=0.2' };
    expect((await server().anybody(unknown).get('/me')).body.detail).toMatch(/^[ -~’]+$/);
    expect((await server().anybody({ 'accept-language': 'fr' }).get('/me')).body.detail).toMatch(/\p{Script=Han}/u);
  });

  it('of a method names those that there are', async () => {
    expect((await server().anybody().send('DELETE', '/orders')).headers.get('allow')).toBe('GET, POST');
    expect((await server().anybody().send('PUT', '/uploads')).headers.get('allow')).toBe('POST');
  });

  it('of a conflict carries the version that stands', async () => {
    const s = server();
    const made = await submitted(s);
    const body = await bodyOf(s, 'assign', made);
    await act(s, 'limin', 'classify', made);
    const { version } = await rowOf(s, made);
    const stale = await (await s.signedIn('limin')).post(pathOf('assign', made), body);
    expect(stale.body.version).toBe(version);
    const again = await (await s.signedIn('limin')).post(pathOf('assign', made), { ...body, version });
    expect(again.body).toMatchObject({ status: 'assigned', version: version + 1 });
  });

  it('names every wrong field with its path, a reason and words', async () => {
    const wrong = {
      words: '',
      place: { point: { lat: 91, lng: 'east' } },
      contact: { phone: '12' },
      photos: ['1', '2', '3', '4'],
      channel: 'pigeon',
      clientId: 'short',
    };
    const { body } = await server().anybody().post('/orders', wrong);
    expect(body.errors.map((e: { path: string; reason: string }) => `${e.path} ${e.reason}`).sort()).toEqual([
      'channel input.not_listed',
      'clientId input.too_short',
      'contact.phone input.not_a_phone',
      'photos input.too_many',
      'place.point.lat input.too_high',
      'place.point.lng input.wrong_type',
      'words input.required',
    ]);
  });

  it('says what to write where words tell nothing', async () => {
    const s = server();
    const made = await submitted(s);
    const { body, ...answer } = await act(s, 'limin', 'decline', made, { words: '。' });
    expectProblem({ body, ...answer }, 422, 'input.invalid');
    const [error] = body.errors;
    expect(error).toMatchObject({ path: 'words', reason: 'input.decline_says_nothing' });
    expect(error.message).toContain('为什么不受理');
  });

  it('checks the input before the state: a missing version is 422, whatever the order is at', async () => {
    const s = server();
    const closed = await anOrder(s, { state: 'closed' });
    const answer = await (await s.signedIn('limin')).post(pathOf('assign', closed), {
      clientId: newId(),
      ...bodies.assign,
    });
    expectProblem(answer, 422, 'input.invalid');
    expect(answer.body.errors).toEqual([{ path: 'version', reason: 'input.required', message: '请填写这一项。' }]);
  });

  it('names missing pieces of evidence as people call them', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'in_progress', item: '0501' });
    const nothing = { outcome: 'resolved', pieces: [] };
    const { body } = await act(s, 'gaofeng', 'submit_evidence', made, nothing);
    expect(body.detail).toMatch(/^还缺佐证：[^a-z]+、[^a-z]+、[^a-z]+。/);
    const excused = ['photo_before', 'photo_after', 'document'].map((kind) => ({ kind, reason: '手机坏了。' }));
    expect((await act(s, 'gaofeng', 'submit_evidence', made, { ...nothing, missing: excused })).status).toBe(200);
    const waiver = await act(s, 'zhengshucheng', 'pass', made);
    expectProblem(waiver, 412, 'order.waiver_needed');
    expect(waiver.body.detail).toMatch(/^还缺佐证：[^a-z]+、[^a-z]+、[^a-z]+。/);
  });
});

describe('too many tries', () => {
  it('close a login for 15 minutes and say how long in Retry-After', async () => {
    const s = server();
    const guess = () => s.anybody().post('/login', { account: 'tangyue', password: 'guessed' });
    for (let n = 0; n < 5; n++) expectProblem(await guess(), 401, 'auth.wrong_credentials');
    const right = await s.anybody().post('/login', { account: 'tangyue', password: 'poli-2024-demo' });
    expectProblem(right, 429, 'throttle.login');
    expect(right.body.title).toBe('Too Many Requests');
    const seconds = Number(right.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(890);
    expect(seconds).toBeLessThanOrEqual(900);
    expect(right.body.detail).toContain('15 分钟');
  });

  it('of anonymous submits from one address close it, and other addresses stay open', async () => {
    const s = server();
    const one = s.anybody();
    const submit = (from: HttpClient) => from.post('/orders', { ...order, clientId: newId() });
    for (let n = 0; n < 20; n++) expect((await submit(one)).status).toBe(201);
    const closed = await submit(one);
    expectProblem(closed, 429, 'throttle.submit_address');
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await submit(s.anybody())).status).toBe(201);
  });
});
