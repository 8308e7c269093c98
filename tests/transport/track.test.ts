import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { holderActions } from '@/lib/orders/verbs';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import type { HttpClient } from '@/tests/support/http-client';
import { anOrder, bodies, counts, type Made, rowOf, type Wish } from '@/tests/support/orders';
import { expectProblem } from './on-order';

const server = apiServer();
const minute = 60_000;
/** What opens a code, in the headers of a read. */
const look = (from: HttpClient, code: string, secret: { pin?: string; tail?: string } = {}) =>
  from.get(`/track/${code}`, {
    ...(secret.pin !== undefined && { 'order-pin': secret.pin }),
    ...(secret.tail !== undefined && { 'order-phone-tail': secret.tail }),
  });
const track = (from: HttpClient, code: string, body: Record<string, unknown>, action = 'note') =>
  from.post(`/track/${code}/actions/${action}`, { clientId: newId(), ...bodies.note, ...body });

describe('the holder of a code', () => {
  it('opens the resident’s side with the query code alone, however it is typed', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'in_progress' });
    const short = made.queryCode.replace(/[^0-9A-Z]/gi, '');
    expect(short).toHaveLength(10);
    for (const typed of [short, short.toLowerCase(), `${short.slice(0, 5)}-${short.slice(5)}`, `%20${short}%20`]) {
      const { status, body } = await s.anybody().get(`/track/${typed}`);
      expect([status, body.code, body.relations]).toEqual([200, made.code, ['requester']]);
      expect(body.abilities.sort()).toEqual(['note', 'nudge']);
    }
  });

  it('opens it with the order number and the last four digits of the phone', async () => {
    const s = server();
    const made = await anOrder(s, { contact: { phone: '10072345678' } });
    const anybody = s.anybody();
    expect((await look(anybody, made.code, { tail: '5678' })).body.code).toBe(made.code);
    expect((await look(anybody, made.code.toLowerCase(), { tail: '5678' })).body.code).toBe(made.code);
    for (const secret of [{}, { tail: '5679' }, { tail: '' }, { pin: '005678' }]) {
      expectProblem(await look(anybody, made.code, secret), 404, 'order.code_unknown');
    }
    expectProblem(await look(anybody, made.code, { tail: '5678x' }), 422);
  });

  it('is told that what opens a code does not belong into an address', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true });
    for (const query of [`pin=${made.pin}`, 'phoneTail=1234', `pin=${made.pin}&pin=${made.pin}`]) {
      expectProblem(await s.anybody().get(`/track/${made.code}?${query}`), 400, 'http.secret_in_address');
    }
  });

  it('of an anonymous order needs its PIN beside the number; the phone’s digits do not do', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true, contact: { phone: '10072345679' } });
    expect(made.pin).toMatch(/^\d{6}$/);
    const anybody = s.anybody();
    expectProblem(await look(anybody, made.code, { tail: '5679' }), 404, 'order.code_unknown');
    expectProblem(await look(anybody, made.code), 404, 'order.code_unknown');
    expect((await look(anybody, made.code, { pin: made.pin })).body.code).toBe(made.code);
    expect((await track(anybody, made.code, { pin: made.pin })).status).toBe(200);
  });

  it('of an anonymous order needs its PIN beside the query code as well, for reading and for acting', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true });
    const anybody = s.anybody();
    const before = await counts(s, made);
    for (const refused of [await look(anybody, made.queryCode), await track(anybody, made.queryCode, {})]) {
      expectProblem(refused, 403, 'order.pin_needed');
      expect(refused.text).not.toContain(made.code);
    }
    const wrong = made.pin === '000000' ? '000001' : '000000';
    expectProblem(await look(anybody, made.queryCode, { pin: wrong }), 403, 'order.pin_wrong');
    expectProblem(await track(anybody, made.queryCode, { pin: wrong }), 403, 'order.pin_wrong');
    expect(await counts(s, made)).toEqual(before);
    expect((await look(anybody, made.queryCode, { pin: made.pin })).body.code).toBe(made.code);
    expect((await track(anybody, made.queryCode, { pin: made.pin })).status).toBe(200);
  });

  it('without an order is answered as one with a wrong PIN is', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true });
    const wrong = await look(s.anybody(), made.code, { pin: '000000' });
    const missing = await look(s.anybody(), 'PL20240115-9998', { pin: '000000' });
    const bare = ({ body: { requestId: _, ...problem } }: typeof wrong) => problem;
    expect(bare(wrong)).toEqual(bare(missing));
  });
});

describe('a guessed PIN', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    return () => vi.useRealTimers();
  });

  it('closes the code for that address for 15 minutes after five, also for the right one', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true });
    const other = await anOrder(s, { anonymous: true });
    const guesser = s.anybody();
    const right = (from: HttpClient) => look(from, made.code, { pin: made.pin });
    for (let n = 0; n < 5; n++) {
      const pin = String(n).padStart(6, '0');
      // By reading or by acting is the same guess.
      const guess = n % 2 ? look(guesser, made.code, { pin }) : track(guesser, made.code, { pin });
      expectProblem(await guess, 404, 'order.code_unknown');
    }
    for (const refused of [await right(guesser), await track(guesser, made.code, { pin: made.pin })]) {
      expectProblem(refused, 429, 'throttle.pin');
      expect(Number(refused.headers.get('retry-after'))).toBe(900);
      expect(refused.body.detail).toContain('15 分钟');
    }
    expect((await counts(s, made)).events).toBe(1);
    // That order from that address, also by its query code; neither another's order nor another's address.
    expectProblem(await look(guesser, made.queryCode, { pin: made.pin }), 429, 'throttle.pin');
    expect((await look(guesser, other.code, { pin: other.pin })).status).toBe(200);
    expect((await right(s.anybody())).status).toBe(200);
    vi.setSystemTime(Date.now() + 15 * minute - 1000);
    expect((await right(guesser)).headers.get('retry-after')).toBe('1');
    vi.setSystemTime(Date.now() + 1000);
    expect((await right(guesser)).status).toBe(200);
  });

  it('is forgotten when the right one comes in time', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true });
    const somebody = s.anybody();
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await look(somebody, made.code, { pin: `00000${n}` });
      expect((await look(somebody, made.code, { pin: made.pin })).status).toBe(200);
    }
  });

  it('sent forty times at once is looked at five times', async () => {
    const s = server();
    const made = await anOrder(s, { anonymous: true });
    const guesser = s.anybody();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => look(guesser, made.code, { pin: String(n).padStart(6, '0') })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(35);
  });

  it('of query codes that do not exist closes the address after thirty', async () => {
    const guesser = server().anybody();
    const guess = (n: number) => guesser.get(`/track/AAAAAA${String(n).padStart(4, '0')}`);
    for (let n = 0; n < 30; n++) expect((await guess(n)).status).toBe(404);
    expectProblem(await guess(30), 429, 'throttle.lookup');
  });
});

const cases: Record<(typeof holderActions)[number], { wish: Wish; becomes: string }> = {
  rate: { wish: { state: 'awaiting_rating' }, becomes: 'closed' },
  supplement: { wish: { state: 'need_info' }, becomes: 'submitted' },
  note: { wish: { state: 'in_progress' }, becomes: 'in_progress' },
  nudge: { wish: { state: 'assigned' }, becomes: 'assigned' },
  withdraw: { wish: { state: 'offered' }, becomes: 'withdrawn' },
  reopen: { wish: { state: 'closed' }, becomes: 'submitted' },
  appeal: { wish: { state: 'declined' }, becomes: 'submitted' },
  amend: { wish: { state: 'submitted' }, becomes: 'submitted' },
};

describe('a holder’s action', () => {
  const act = async (s: ApiServer, made: Made, action: (typeof holderActions)[number], more = {}) =>
    s.anybody().post(`/track/${made.queryCode}/actions/${action}`, { clientId: newId(), ...bodies[action], ...more });

  it.each(holderActions.map((action) => [action, cases[action]] as const))(
    '%s needs no version, and with one it is the one that was seen',
    async (action, { wish, becomes }) => {
      const s = server();
      const made = await anOrder(s, wish);
      const { status, body } = await act(s, made, action);
      expect([status, body.status], JSON.stringify(body)).toEqual([200, becomes]);
      expect((await rowOf(s, made)).status).toBe(becomes);

      const seen = await anOrder(s, wish);
      const { version } = await rowOf(s, seen);
      const stale = await act(s, seen, action, { version: version + 1 });
      // What leaves nobody's page stale does not ask either.
      if (action === 'note' || action === 'nudge') expect(stale.status).toBe(200);
      else {
        expectProblem(stale, 409, 'order.stale');
        expect(stale.body.version).toBe(version);
        expect((await rowOf(s, seen)).version).toBe(version);
        expect((await act(s, seen, action, { version })).body.status).toBe(becomes);
      }
    },
  );

  it('is refused where the state or a rule says so, and nothing moves', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'in_progress' });
    const before = await counts(s, made);
    for (const action of ['rate', 'supplement', 'withdraw', 'reopen', 'appeal', 'amend'] as const) {
      expectProblem(await act(s, made, action), 409, 'order.not_in_state');
    }
    expect(await counts(s, made)).toEqual(before);
    await act(s, made, 'nudge');
    expectProblem(await act(s, made, 'nudge'), 412, 'order.already_nudged');
  });

  it('may not rate, reopen, appeal or withdraw from a browser or a program of the staff', async () => {
    const s = server();
    for (const [action, { wish }] of Object.entries(cases)) {
      if (!['rate', 'reopen', 'withdraw', 'appeal'].includes(action)) continue;
      const made = await anOrder(s, wish);
      const as = async (who: string) => {
        const sent = { clientId: newId(), ...bodies[action as keyof typeof cases] };
        return (await s.signedIn(who)).post(`/track/${made.queryCode}/actions/${action}`, sent);
      };
      expectProblem(await as('chenchen'), 412, 'order.staff_browser');
      // Who did it and who verified it are refused as themselves, where the answer would be on their own work.
      for (const [who, stood] of [
        ['gaofeng', 'handled'],
        ['zhengshucheng', 'verified'],
      ] as const) {
        const refused = await as(who);
        if (action === 'rate') expectProblem(refused, 403, `order.barred.${stood}`);
        else expectProblem(refused, 412, 'order.staff_browser');
      }
      // A resident's own program, signed in, is no staff, and neither is a volunteer's.
      expect((await as(action === 'rate' ? 'mali' : 'zhoujianguo')).status).toBe(200);
    }
  });

  it('of another kind is no path at all', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'awaiting_verification' });
    for (const action of ['pass', 'assign', 'callback', 'close-unrated', 'submit_evidence']) {
      expectProblem(await s.anybody().post(`/track/${made.queryCode}/actions/${action}`, {}), 404, 'http.no_such_path');
    }
  });
});
