import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { linkForRating } from '@/lib/orders/handlers';
import { linkTokenOf } from '@/lib/orders/secrets';
import { type ApiServer, apiServer } from '@/tests/support/api-server';
import { anOrder, bodies, placeInC, plainItem, rowOf, snapshot, submitted } from '@/tests/support/orders';
import { act, bodyOf, expectProblem, pathOf } from './on-order';

const server = apiServer();

const order = { item: plainItem, words: '楼下有车堵住了单元门。', place: placeInC };
const rows = (s: ApiServer) => snapshot(s);

describe('the same key again', () => {
  it('gives the first answer to a submit, byte for byte, with the codes that are shown once', async () => {
    const s = server();
    const sent = { ...order, anonymous: true, clientId: newId() };
    const first = await s.anybody().post('/orders', sent);
    expect(first.status).toBe(201);
    const before = await rows(s);
    const again = await s.anybody().post('/orders', sent);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(first.body.pin).toMatch(/^\d{6}$/);
    expect(await rows(s)).toEqual(before);
  });

  it('gives the first answer to a submit also when the address and the phone may submit no more', async () => {
    const s = server();
    const caller = s.anybody();
    const sent = (n = 0) => ({
      ...order,
      contact: { phone: `1007100${String(n).padStart(4, '0')}` },
      clientId: newId(),
    });
    const known = sent();
    const first = await caller.post('/orders', known);
    let n = 0;
    while ((await caller.post('/orders', sent(++n))).status === 201 && n < 100);
    const before = await rows(s);
    const again = await caller.post('/orders', known);
    expect([again.status, again.text]).toEqual([201, first.text]);
    // Neither a fresh key nor a known one with another content is let past, and neither takes a place.
    expectProblem(await caller.post('/orders', sent(++n)), 429, 'throttle.submit_address');
    expectProblem(await caller.post('/orders', { ...known, words: '另一件事' }), 422, 'request.key_reused');
    expect(await rows(s)).toEqual(before);
  });

  it('gives the first answer to who came by a message’s link, which that request used up', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'awaiting_rating' });
    const { id, lastSeq } = await rowOf(s, made);
    await linkForRating(s.ctx(), { orderId: id, seq: lastSeq });
    const path = `/track/${linkTokenOf(id, 'rate', String(lastSeq))}/actions/rate`;
    const sent = { ...bodies.rate, clientId: newId() };
    const first = await s.anybody().post(path, sent);
    expect([first.status, first.body.status]).toEqual([200, 'closed']);
    const before = await rows(s);
    const again = await s.anybody().post(path, sent);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expectProblem(await s.anybody().post(path, { ...sent, clientId: newId() }), 404, 'order.code_unknown');
    expect(await rows(s)).toEqual(before);
  });

  it('may come in the header instead of the body', async () => {
    const s = server();
    const key = newId();
    const first = await s.anybody().post('/orders', order, { 'idempotency-key': key });
    const quoted = await s.anybody().post('/orders', order, { 'idempotency-key': `"${key}"` });
    const inBody = await s.anybody().post('/orders', { ...order, clientId: key });
    expect([first.status, quoted.text, inBody.text]).toEqual([201, first.text, first.text]);
    const named = await s.anybody().post('/orders', { ...order, clientId: newId() }, { 'idempotency-key': key });
    expect(named.body.code).not.toBe(first.body.code);
  });

  it('gives the first answer to an action, after others have acted too', async () => {
    const s = server();
    const made = await anOrder(s);
    const limin = await s.signedIn('limin');
    const sent = await bodyOf(s, 'assign', made);
    const first = await limin.post(pathOf('assign', made), sent);
    expect(first.body.status).toBe('assigned');
    await act(s, 'gaofeng', 'sign', made);
    const before = await rows(s);
    const again = await limin.post(pathOf('assign', made), sent);
    expect([again.status, again.text]).toEqual([200, first.text]);
    // A page that was loaded again in between has seen a newer version and wants the same.
    const { version } = await rowOf(s, made);
    expect((await limin.post(pathOf('assign', made), { ...sent, version })).text).toBe(first.text);
    expect(await rows(s)).toEqual(before);
  });

  it('gives the first answer to the holder of a code, who needs no version', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'awaiting_rating' });
    const sent = { clientId: newId(), ...bodies.rate };
    const path = `/track/${made.queryCode}/actions/rate`;
    const first = await s.anybody().post(path, sent);
    expect([first.status, first.body.status]).toEqual([200, 'closed']);
    const before = await rows(s);
    const again = await s.anybody().post(path, sent);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(await rows(s)).toEqual(before);
  });

  it('with another content is refused and changes nothing', async () => {
    const s = server();
    const made = await submitted(s);
    const sent = await bodyOf(s, 'note', made);
    const limin = await s.signedIn('limin');
    await limin.post(pathOf('note', made), sent);
    const before = await rows(s);
    expectProblem(await limin.post(pathOf('note', made), { ...sent, words: '别的话' }), 422, 'request.key_reused');
    const submit = { ...order, clientId: newId() };
    await s.anybody().post('/orders', submit);
    const other = await s.anybody().post('/orders', { ...submit, words: '另一件事' });
    expectProblem(other, 422, 'request.key_reused');
    expect((await rows(s)).orderNote).toBe(before.orderNote);
  });

  it('is one person’s own: from somebody else it is another write', async () => {
    const s = server();
    const made = await submitted(s);
    const sent = await bodyOf(s, 'note', made);
    const first = await (await s.signedIn('limin')).post(pathOf('note', made), sent);
    const second = await (await s.signedIn('chenchen')).post(pathOf('note', made), sent);
    expect([first.status, second.status]).toEqual([200, 200]);
    const { items } = (await (await s.signedIn('limin')).get(`/orders/${made.code}/events`)).body;
    expect(items.filter(({ type }: { type: string }) => type === 'order.noted')).toHaveLength(2);
  });

  it('sent ten times at once makes one order', async () => {
    const s = server();
    const sent = { ...order, words: '十次同时提交的一件事。', clientId: newId() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => s.anybody().post('/orders', sent)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const { items } = (await (await s.signedIn('limin')).get(`/orders?q=${encodeURIComponent('十次同时')}`)).body;
    expect(items).toHaveLength(1);
  });

  it.each(['short', 'with blank in', 'x'.repeat(101)])('is refused when it is none: %s', async (key) => {
    expectProblem(
      await server().anybody().post('/orders', order, { 'idempotency-key': key }),
      400,
      'http.bad_idempotency_key',
    );
  });

  it('is missing: said as a field that is not filled in', async () => {
    const answer = await server().anybody().post('/orders', order);
    expectProblem(answer, 422, 'input.invalid');
    expect(answer.body.errors).toEqual([{ path: 'clientId', reason: 'input.required', message: '请填写这一项。' }]);
  });
});
