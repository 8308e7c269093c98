import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import { anOrder, cellC, placeInC, rowOf, submitted } from '@/tests/support/orders';
import { act, expectProblem, ownOrder } from './on-order';

const server = apiServer();
const minute = 60_000;

type Item = { code: string };
const codes = (items: Item[]) => items.map(({ code }) => code);

beforeAll(async () => {
  await changeSetting(await server().as('admin'), { key: 'orders.open_limit', value: 1000 });
});

async function page(s: ApiServer, who: string, query: Record<string, string>) {
  const { status, body, text } = await (await s.signedIn(who)).get(`/orders?${new URLSearchParams(query)}`);
  expect(status, text).toBe(200);
  return body as { items: Item[]; nextCursor: string | null };
}

/** Reads a list to its end, page by page; `between` happens after each page. */
async function readAll(s: ApiServer, who: string, query: Record<string, string>, between = async () => {}) {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 50; pages++) {
    const { items, nextCursor } = await page(s, who, { ...query, ...(cursor !== null && { cursor }) });
    seen.push(...codes(items));
    if (nextCursor === null) return seen;
    cursor = nextCursor;
    await between();
  }
  throw new Error('the list has no end');
}

describe('a list', () => {
  it.each([
    ['limin', { view: 'to_dispatch' }],
    ['limin', {}],
    ['wangguilan', { view: 'requested' }],
  ])('of %s with %o comes in pages without a gap and without a double while orders are added', async (who, query) => {
    const s = server();
    const made: string[] = [];
    for (let n = 0; n < 12; n++) {
      made.push((await ownOrder(s)).code);
      // Some share a due time and a moment, so that the id has to tell them apart.
      if (n % 3 === 0) s.clock.advance(minute);
    }
    const added: string[] = [];
    const seen = await readAll(s, who, { ...query, limit: '5' }, async () => {
      s.clock.advance(minute);
      added.push((await ownOrder(s)).code);
    });
    expect(new Set(seen).size).toBe(seen.length);
    // All that stood when the reading began, whatever came meanwhile.
    expect(made.filter((code) => !seen.includes(code))).toEqual([]);
    expect(added.length).toBeGreaterThan(1);
  });

  it('keeps its order: the same from page to page and from call to call', async () => {
    const s = server();
    const whole = codes((await page(s, 'limin', { limit: '200' })).items);
    expect(await readAll(s, 'limin', { limit: '7' })).toEqual(whole);
    expect(await readAll(s, 'limin', { limit: '3', area: cellC, status: 'closed,submitted' })).toHaveLength(
      (await page(s, 'limin', { limit: '200', area: cellC, status: 'closed,submitted' })).items.length,
    );
  });

  it('gives 50 entries when nothing is said, and at most 200', async () => {
    const s = server();
    const limin = await s.signedIn('limin');
    while ((await page(s, 'limin', { limit: '200' })).items.length <= 50) await submitted(s);
    expect((await page(s, 'limin', {})).items).toHaveLength(50);
    for (const limit of ['0', '201', '-1', '1.5', 'all', '99999999999']) {
      const answer = await limin.get(`/orders?limit=${limit}`);
      expectProblem(answer, 422, 'input.invalid');
      expect(answer.body.errors[0].path).toBe('limit');
    }
    for (const cursor of ['nonsense', 'e30', Buffer.from('["x",1]').toString('base64url')]) {
      expectProblem(await limin.get(`/orders?cursor=${cursor}`), 422, 'input.cursor');
    }
  });

  it('takes one value of each filter, and what it knows', async () => {
    const limin = await server().signedIn('limin');
    for (const query of ['status=a', 'view=mine&view=all', 'due=later', 'updatedSince=yesterday', 'view=everything']) {
      expectProblem(await limin.get(`/orders?${query}`), 422, 'input.invalid');
    }
  });

  it('is filtered by state, area, item, words, branch, holder and time', async () => {
    const s = server();
    const words = '三号楼东侧路灯整夜不亮。';
    const lamp = await anOrder(s, { item: '0601', words, state: 'assigned' });
    const inD = await submitted(s, { place: { areaCode: '320371003208006-05' } });
    const since = new Date(s.clock.now() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
    const found = async (query: Record<string, string>) =>
      codes((await page(s, 'limin', { limit: '200', ...query })).items);
    const only = { status: 'assigned' };
    expect(await found({ ...only, item: '0601' })).toEqual([lamp.code]);
    expect(await found({ ...only, item: '06' })).toEqual([lamp.code]);
    expect(await found({ q: '整夜不亮' })).toEqual([lamp.code]);
    expect(await found({ q: lamp.code.toLowerCase() })).toEqual([lamp.code]);
    expect(await found({ q: '%' })).toEqual([]);
    expect(await found({ ...only, assignee: 'PL-PROP' })).toContain(lamp.code);
    expect(await found({ ...only, assignee: 'PL-SANI' })).not.toContain(lamp.code);
    expect(await found({ area: '320371003208006' })).toEqual([inD.code]);
    expect(await found({ branch: 'PL-B4' })).toEqual([inD.code]);
    expect(await found({ branch: 'PL-B3' })).toContain(lamp.code);
    expect(await found({ branch: 'PL-B3' })).not.toContain(inD.code);
    expect(await found({ branch: 'NOBODY' })).toEqual([]);
    expect(await found({ updatedSince: since })).toEqual(expect.arrayContaining([lamp.code, inD.code]));
    s.clock.advance(minute);
    const later = since.replace(/:\d\d\.\d{3}/, ':59.000');
    expect(await found({ updatedSince: later })).toEqual([]);
    await act(s, 'limin', 'note', inD);
    expect(await found({ updatedSince: later })).toEqual([inD.code]);
  });

  it('of areas comes in pages, too', async () => {
    const s = server();
    const all: string[] = [];
    let cursor: string | null = null;
    do {
      const next = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await s.anybody().get(`/areas?parent=320371003208005&limit=4${next}`);
      all.push(...codes(body.items));
      cursor = body.nextCursor;
    } while (cursor !== null);
    const { body } = await s.anybody().get('/areas?parent=320371003208005&limit=200');
    expect(all).toEqual(codes(body.items));
    expect(all.length).toBeGreaterThan(4);
    expectProblem(await s.anybody().get('/areas?limit=201'), 422, 'input.invalid');
  });
});

/** Every text and number of an answer, with its path. */
function* leaves(value: unknown, at = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) yield [at, value];
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${at}.${key}`);
}

describe('a time', () => {
  it('is RFC 3339 with +08:00 wherever it stands, and never a number', async () => {
    const s = server();
    const closed = await anOrder(s, { state: 'closed' });
    const offered = await anOrder(s, { state: 'offered' });
    const limin = await s.signedIn('limin');
    const submit = { item: '0802', words: '有车堵住了单元门。', place: placeInC, clientId: newId() };
    const answers = [
      await limin.get('/me'),
      await limin.get('/orders?limit=200'),
      await limin.get(`/orders/${closed.code}`),
      await limin.get(`/orders/${closed.code}/events`),
      await limin.get(`/orders/${offered.code}`),
      await (await s.signedIn('liuyang')).get('/orders?view=pool'),
      await s.anybody().get(`/track/${closed.queryCode}`),
      await s.anybody().post('/orders', submit),
      await s.anybody().post('/login', { account: 'dujuan', password: 'poli-2024-demo' }),
    ];
    for (const { body } of answers) {
      const told = [...leaves(body)];
      const times = told.filter(([, value]) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value));
      expect(times.filter(([, value]) => !/T\d\d:\d\d:\d\d(\.\d{3})?\+08:00$/.test(String(value)))).toEqual([]);
      // An epoch in milliseconds or seconds is larger than anything that is counted here.
      expect(told.filter(([, value]) => typeof value === 'number' && value > 1e9)).toEqual([]);
    }
    const { submittedAt } = (await limin.get(`/orders/${closed.code}`)).body;
    expect(Date.parse(submittedAt)).toBe((await rowOf(s, closed)).submittedAt);
  });
});
