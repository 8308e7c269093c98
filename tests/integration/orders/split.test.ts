import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { rateCounts } from '@/lib/orders/queries/rate-counts';
import { sharedCommunity } from '@/tests/support/community';
import {
  anOrder,
  eventsOf,
  lastEvent,
  type Made,
  perform,
  placeInC,
  rowOf,
  snapshot,
  submitted,
} from '@/tests/support/orders';

const c = sharedCommunity();
const parts = [{ words: '先把车位锁拆下来。' }, { words: '在路口立一块指路牌。', item: '0803' }];

/** An order in the hands of 坡里物业, split into two parts. */
async function split(more: Parameters<typeof anOrder>[1] = { state: 'in_progress' }) {
  const whole = await anOrder(c(), more);
  await perform(c(), 'limin', 'split', whole, { parts });
  const { children } = await lastEvent(c(), whole, 'order.split');
  const [one = '', other = ''] = children;
  return { whole, one: { code: one }, other: { code: other } };
}

/** Dispatched to the sanitation crew or 坡里物业, done, handed in and passed. */
async function finish(part: Pick<Made, 'code'>) {
  if ((await rowOf(c(), part)).status === 'submitted') {
    await perform(c(), 'limin', 'assign', part, { handler: { unit: 'PL-SANI' } });
  }
  await perform(c(), 'huanwei', 'sign', part);
  await perform(c(), 'huanwei', 'submit_evidence', part);
  return perform(c(), 'zhengshucheng', 'pass', part, { waiver: '现场看过，确实已经办好了。' });
}

describe('拆单', () => {
  it('neither follows another order nor leaves its community while a part is open', async () => {
    const { whole } = await split({ state: 'submitted' });
    const main = await submitted(c());
    const before = await snapshot(c());
    await expect(perform(c(), 'limin', 'merge', whole, { main: main.code })).rejects.toMatchObject({
      reason: 'order.merge_held',
    });
    expect(await snapshot(c())).toEqual(before);
  });

  it('keeps a part of a sealed order sealed, whatever the part is taken for', async () => {
    const { one } = await split({ state: 'submitted', confidential: true });
    expect((await rowOf(c(), one)).sealed).toBe(true);
    await perform(c(), 'limin', 'classify', one, { item: '0601' });
    expect((await rowOf(c(), one)).sealed).toBe(true);
  });

  it('makes parts with a clock and a holder of their own, and moves no time of the whole', async () => {
    const before = await anOrder(c(), { state: 'in_progress' });
    const was = await rowOf(c(), before);
    await perform(c(), 'limin', 'split', before, { parts });
    const is = await rowOf(c(), before);
    for (const key of ['status', 'acceptBy', 'finishBy', 'dueAt', 'assigneeUnit', 'holderKind'] as const)
      expect(is[key], key).toEqual(was[key]);
    const { children } = await lastEvent(c(), before, 'order.split');
    expect(children).toHaveLength(2);
    const [one, other] = await Promise.all(children.map((code) => rowOf(c(), { code })));
    expect(one).toMatchObject({ status: 'submitted', itemCode: was.itemCode, childOf: was.id, requesterId: null });
    expect(other).toMatchObject({ itemCode: '0803', childOf: was.id, cellCode: was.cellCode });
    expect(one?.dispatchBy).toBeGreaterThan(c().clock.now());
    await perform(c(), 'limin', 'assign', { code: one?.code ?? '' }, { handler: { unit: 'PL-SANI' } });
    expect((await rowOf(c(), before)).finishBy).toBe(was.finishBy);
    expect((await rowOf(c(), { code: one?.code ?? '' })).assigneeUnit).toBe('PL-SANI');
  });

  it('ends after its parts: handing it in is refused while one is open, and a part ends with its check', async () => {
    const { whole, one, other } = await split();
    const before = await snapshot(c());
    await expect(perform(c(), 'gaofeng', 'submit_evidence', whole)).rejects.toMatchObject({
      reason: 'order.children_open',
      details: { params: { codes: `${one.code} ${other.code}` } },
    });
    expect(await snapshot(c())).toEqual(before);
    expect((await finish(one)).status).toBe('closed');
    await expect(perform(c(), 'gaofeng', 'submit_evidence', whole)).rejects.toMatchObject({
      details: { params: { codes: other.code } },
    });
    await finish(other);
    await perform(c(), 'gaofeng', 'submit_evidence', whole);
    await perform(c(), 'zhengshucheng', 'pass', whole);
    expect((await rowOf(c(), whole)).status).toBe('awaiting_rating');
  });

  it('is split while its work waits to be passed no more, and a part by nobody', async () => {
    const done = await anOrder(c(), { state: 'awaiting_verification' });
    await expect(perform(c(), 'limin', 'split', done, { parts })).rejects.toMatchObject({ code: 'conflict' });
    const { one } = await split();
    for (const [action, more] of [
      ['split', { parts }],
      ['ask_info', {}],
      ['decline', {}],
    ] as const)
      await expect(perform(c(), 'limin', action, one, more)).rejects.toMatchObject({ reason: 'order.child_not_whole' });
    await finish(one);
    await expect(perform(c(), 'chenchen', 'callback', one)).rejects.toMatchObject({ reason: 'order.child_not_whole' });
    await expect(perform(c(), 'limin', 'merge', await submitted(c()), { main: one.code })).rejects.toMatchObject({
      reason: 'order.child_not_merged',
    });
  });

  it('is one order for its requester, who is told how far it is and nothing else', async () => {
    const { whole, one, other } = await split();
    await finish(one);
    const seen = await getOrder(whole.holder, { code: whole.code });
    expect(seen).toMatchObject({ childCount: { total: 2, done: 1 }, children: [], whole: null, waitsFor: null });
    expect(JSON.stringify(seen)).not.toContain(one.code);
    expect(seen.timeline.map(({ type }) => type)).toContain('order.split');
    const staff = await getOrder(await c().as('gaofeng'), { code: whole.code });
    expect(staff.children.map(({ code, status }) => [code, status])).toEqual([
      [one.code, 'closed'],
      [other.code, 'submitted'],
    ]);
    const part = await getOrder(await c().as('limin'), { code: other.code });
    expect(part.whole).toBe(whole.code);
    // The phone lies in one place; who handles a part needs it as who handles the whole does.
    expect(part.contact.phone).toMatch(/^100/);
  });

  it('lets nobody who asked for the whole judge a part of it, nor shows it in their list', async () => {
    const asker = await c().as('wangguilan');
    const made = await submitOrder(asker, {
      item: '0802',
      words: '楼下车位被锁住了，请帮忙。',
      place: placeInC,
      clientId: newId(),
    });
    await perform(c(), 'limin', 'split', made, { parts });
    const { children } = await lastEvent(c(), made, 'order.split');
    const { items } = await listOrders(asker, { view: 'requested' });
    const codes = items.map(({ code }) => code);
    expect(codes).toContain(made.code);
    for (const code of children) {
      expect(codes).not.toContain(code);
      await expect(getOrder(asker, { code })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await rowOf(c(), { code: children[0] ?? '' })).wholeRequesterId).toBe(c().idOf('wangguilan'));
  });

  it('drops a part that nobody began, by the dispatcher or with the whole, and none that somebody works on', async () => {
    const { whole, one, other } = await split({ state: 'assigned' });
    await perform(c(), 'limin', 'split', whole, { parts: [], drop: [other.code] });
    expect((await rowOf(c(), other)).status).toBe('withdrawn');
    await perform(c(), 'limin', 'assign', one, { handler: { unit: 'PL-SANI' } });
    await perform(c(), 'huanwei', 'sign', one);
    const before = await snapshot(c());
    await expect(perform(c(), 'limin', 'split', whole, { parts, drop: [one.code] })).rejects.toMatchObject({
      reason: 'order.child_begun',
    });
    await expect(perform(c(), 'limin', 'split', whole, { drop: [other.code], parts: [] })).rejects.toMatchObject({
      reason: 'order.child_unknown',
    });
    expect(await snapshot(c())).toEqual(before);
    const again = await split({ state: 'submitted' });
    await perform(c(), again.whole.holder, 'withdraw', again.whole);
    expect((await rowOf(c(), again.one)).status).toBe('withdrawn');
    expect((await eventsOf(c(), again.one)).at(-1)?.data).toEqual({ whole: again.whole.code });
  });

  it('counts once, whatever it was split into, and never holds more than nine open parts', async () => {
    const scope = { area: '320371003208', from: 0, to: c().clock.now() + 1, sealed: true };
    const before = (await rateCounts(c().engine.reader, scope)).submitted;
    const { whole } = await split();
    expect((await rateCounts(c().engine.reader, scope)).submitted).toBe(before + 1);
    const many = Array.from({ length: 8 }, () => parts[0]);
    await expect(perform(c(), 'limin', 'split', whole, { parts: many })).rejects.toMatchObject({
      reason: 'order.too_many_children',
    });
    await expect(perform(c(), 'limin', 'split', whole, { parts: [] })).rejects.toMatchObject({
      details: { issues: [{ path: 'parts' }] },
    });
  });

  it('is split once by two who split at once', async () => {
    const whole = await anOrder(c(), { state: 'in_progress' });
    const both = await Promise.allSettled([
      perform(c(), 'limin', 'split', whole, { parts }),
      perform(c(), 'limin', 'split', whole, { parts }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await getOrder(await c().as('limin'), { code: whole.code })).children).toHaveLength(2);
  });
});
