import { afterEach, describe, expect, it } from 'vitest';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import { anOrder, perform, submitted } from '@/tests/support/orders';
import { expectProblem } from './on-order';

const server = apiServer();
const open: AbortController[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

interface Told {
  id: string | null;
  event: string;
  data: Record<string, unknown>;
}

/** Listens as `account`; gives what it hears, once the server listens too. */
async function listen(s: ApiServer, account: string, headers: Record<string, string> = {}) {
  const token = await tokenOf(s, account);
  const abort = new AbortController();
  open.push(abort);
  const response = await fetch(`${s.base}/api/v1/stream`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: abort.signal,
  });
  const told: Told[] = [];
  const state = { told, status: response.status, ready: false, ended: false, leave: () => abort.abort() };
  if (response.status !== 200) return state;
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  void (async () => {
    let kept = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      kept += part.value;
      const blocks = kept.split('\n\n');
      kept = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block === ': listening') state.ready = true;
        const said = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (said.event) told.push({ id: said.id ?? null, event: said.event, data: JSON.parse(said.data) });
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      state.ended = true;
    });
  await until(() => state.ready);
  return state;
}

const tokens = new Map<string, string>();
async function tokenOf(s: ApiServer, account: string): Promise<string> {
  const known = tokens.get(account);
  if (known) return known;
  const { body } = await s.anybody().post('/login', { account, password: 'poli-2024-demo' });
  tokens.set(account, String(body.token));
  return String(body.token);
}

const until = async (what: () => boolean) => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('GET /stream', () => {
  it('is for whoever is signed in', async () => {
    expectProblem(await server().anybody().get('/stream'), 401, 'auth.sign_in_required');
    const stranger = server().anybody({ authorization: 'Bearer nothing-of-ours' });
    expectProblem(await stranger.get('/stream'), 401, 'auth.token_invalid');
  });

  it('tells the desk of a new order, and nobody who does not see it', async () => {
    const s = server();
    const [desk, other] = [await listen(s, 'limin'), await listen(s, 'heping')];
    const order = await submitted(s);
    const later = await submitted(s);
    await until(() => desk.told.some(({ data }) => data.code === later.code));
    const [first] = desk.told.filter(({ data }) => data.code === order.code);
    expect(first).toMatchObject({
      event: 'order',
      data: { type: 'order.submitted', status: 'submitted', version: 1, own: false, by: null },
    });
    expect(Object.keys(first?.data ?? {}).sort()).toEqual(['by', 'cell', 'code', 'own', 'status', 'type', 'version']);
    expect(other.told).toEqual([]);
  });

  it('brings after a break what was missed, in its order, from the last id on', async () => {
    const s = server();
    const order = await anOrder(s, { state: 'submitted' });
    const before = await listen(s, 'limin');
    await perform(s, 'limin', 'note', order, { words: '断线以前的一句话' });
    await until(() => before.told.some(({ data }) => data.type === 'order.noted'));
    before.leave();
    await perform(s, 'limin', 'assign', order);
    await perform(s, 'gaofeng', 'sign', order);
    const last = before.told.at(-1)?.id ?? '';
    const after = await listen(s, 'limin', { 'last-event-id': last });
    const missed = after.told.filter(({ id }) => (id ?? '') > last);
    expect(missed.map(({ data }) => data.type)).toEqual(['order.assigned', 'order.signed']);
    const lost = await listen(s, 'limin', { 'last-event-id': 'from another time' });
    expect(lost.told).toEqual([{ id: null, event: 'reset', data: {} }]);
  });

  it('is kept by fifty listeners at once, and takes no more than twelve of one session', async () => {
    const s = server();
    const people = ['jiedao', 'chenchen', 'shuji', 'dujuan', 'zhaoqiang'];
    for (const who of people) await tokenOf(s, who);
    const all = await Promise.all(people.flatMap((who) => Array.from({ length: 10 }, () => listen(s, who))));
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    const order = await submitted(s);
    const seeing = all.slice(10);
    await until(() => seeing.every(({ told }) => told.some(({ data }) => data.code === order.code)));
    // The street does not see what is the community's.
    expect(all.slice(0, 10).flatMap(({ told }) => told)).toEqual([]);
    const more = [await listen(s, 'shuji'), await listen(s, 'shuji'), await listen(s, 'shuji')];
    expect(more.map(({ status }) => status)).toEqual([200, 200, 429]);
    for (const one of [...all, ...more]) one.leave();
    // Who has left is no longer counted.
    let again = await listen(s, 'shuji');
    while (again.status !== 200) again = await listen(s, 'shuji');
  }, 90_000);
});
