import { describe, expect, it } from 'vitest';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { assignOrder } from '@/lib/orders/commands/assign-order';
import { offerOrder } from '@/lib/orders/commands/offer-order';
import { type SubmitResult, submitOrder } from '@/lib/orders/commands/submit-order';
import type { SubmitOrderInput } from '@/lib/orders/input';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, perform, placeInC, rowOf } from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('the day’s limit of one requester', () => {
  const send = (ctx: Context, more: Partial<SubmitOrderInput> = {}) =>
    submitOrder(ctx, { item: '0802', words: '楼下有车堵门。', place: placeInC, clientId: newId(), ...more });
  const asWeb = (address: string) => c().ctx({ kind: 'anonymous' }, { caller: { address } });

  it('is reached with the fifth: taken, promised, and kept for the dispatcher’s look', async () => {
    c().clock.set(at('2024-01-15T09:00:00'));
    const ctx = await c().as('zhoujianguo');
    const sent = [];
    for (let i = 0; i < 6; i++) sent.push(await send(ctx));
    const marks = await Promise.all(sent.map(async (order) => (await rowOf(c(), order)).heldAt !== null));
    expect(marks).toEqual([false, false, false, false, true, true]);
    const [first, fifth, sixth] = [sent[0], sent[4], sent[5]] as [SubmitResult, SubmitResult, SubmitResult];
    const desk = await c().as('limin');
    const listed = (await listOrders(desk, { view: 'to_dispatch', limit: 200 })).items;
    for (const [order, needsRelease] of [
      [first, false],
      [fifth, true],
    ] as const) {
      expect((await getOrder(desk, { code: order.code })).needsRelease).toBe(needsRelease);
      expect(listed.find((item) => item.code === order.code)).toMatchObject({ needsRelease, status: 'submitted' });
    }
    expect(sent[4]?.promise.finishBy).toBe(sent[0]?.promise.finishBy);
    // A rule gives it to nobody, by neither way; the desk's first look releases it.
    const rule = c().ctx({ kind: 'system', name: 'rule' });
    const on = async () => ({ code: fifth.code, version: (await rowOf(c(), fifth)).version, clientId: newId() });
    const held = { code: 'rule', reason: 'order.needs_release' };
    await expect(assignOrder(rule, { ...(await on()), handler: { unit: 'PL-PROP' } })).rejects.toMatchObject(held);
    await expect(offerOrder(rule, { ...(await on()), cells: 'own' })).rejects.toMatchObject(held);
    await perform(c(), 'limin', 'classify', fifth, { item: undefined });
    expect((await getOrder(desk, { code: fifth.code })).needsRelease).toBe(false);
    await assignOrder(rule, { ...(await on()), handler: { unit: 'PL-PROP' } });
    // So does a dispatcher who gives it out at once.
    await perform(c(), 'limin', 'assign', sixth);
    // The next day begins at none.
    c().clock.set(at('2024-01-16T00:00:00'));
    expect((await rowOf(c(), await send(ctx))).heldAt).toBeNull();
  });

  it('counts by phone where there is no account, and danger does not wait', async () => {
    c().clock.set(at('2024-01-17T09:00:00'));
    const contact = { phone: '10081112222' };
    for (let i = 1; i <= 4; i++) await send(asWeb(`203.0.113.${i}`), { contact });
    const urgent = await send(asWeb('203.0.113.5'), { contact, words: '楼道着火了，有人被困。' });
    expect(await rowOf(c(), urgent)).toMatchObject({ urgency: 'U1', status: 'assigned', heldAt: null });
    expect((await rowOf(c(), await send(asWeb('203.0.113.6'), { contact }))).heldAt).not.toBeNull();
    expect((await rowOf(c(), await send(asWeb('203.0.113.7')))).heldAt).toBeNull();
  });

  it('is not for those who type for others, nor for the system', async () => {
    c().clock.set(at('2024-01-18T09:00:00'));
    const proxy = { knownBy: 'phone', consentAt: '2024-01-18T08:50:00+08:00' } as const;
    const contact = { phone: '10081113333' };
    for (const [ctx, more] of [
      [await c().as('chenchen'), { proxy, contact }],
      [c().ctx({ kind: 'system', name: 'import' }), { contact }],
    ] as const) {
      const sent = [];
      for (let i = 0; i < 6; i++) sent.push(await send(ctx, more));
      for (const order of sent) expect((await rowOf(c(), order)).heldAt).toBeNull();
    }
  });

  it('is a setting', async () => {
    const db = await community();
    await changeSetting(await db.as('admin'), { key: 'orders.day_limit', value: 2 });
    const ctx = await db.as('zhoujianguo');
    const marks = [];
    for (let i = 0; i < 3; i++) marks.push((await rowOf(db, await send(ctx))).heldAt !== null);
    expect(marks).toEqual([false, true, true]);
  });
});

describe('让单', () => {
  const start = at('2024-01-15T09:00:00');

  /** Claimed by 刘洋 at `claimedAt`, given back when this share of the time to finish has run. */
  async function released(
    db: Awaited<ReturnType<typeof community>>,
    claimedAt: number,
    share: number,
  ): Promise<number> {
    db.clock.set(claimedAt);
    const order = await anOrder(db, { state: 'in_progress', holder: 'volunteer' });
    const { finishBy, acceptedAt } = await rowOf(db, order);
    expect(acceptedAt).toBe(claimedAt);
    db.clock.set(claimedAt + ((finishBy ?? 0) - claimedAt) * share);
    await perform(db, 'liuyang', 'release', order);
    return db.clock.now();
  }
  const offered = (db: Awaited<ReturnType<typeof community>>) => anOrder(db, { state: 'offered' });

  it('in time costs nothing, however often', async () => {
    const db = await community();
    for (let i = 0; i < 3; i++) await released(db, start + i * 86_400_000, 0.5);
    await perform(db, 'liuyang', 'claim', await offered(db));
  });

  it('twice late rests the volunteer for 24 hours from the second, and nobody else', async () => {
    const db = await community();
    const first = await released(db, start, 0.6);
    await perform(db, 'liuyang', 'release', await anOrder(db, { state: 'in_progress', holder: 'volunteer' }));
    const second = await released(db, first + 60_000, 0.6);
    const order = await offered(db);
    const until = second + 86_400_000;
    const [date, time] = new Date(until + 8 * 3_600_000).toISOString().split(/[T.]/);
    for (const moment of [second, until - 1]) {
      db.clock.set(moment);
      await expect(perform(db, 'liuyang', 'claim', order)).rejects.toMatchObject({
        code: 'rule',
        reason: 'volunteer.cooling',
        details: { params: { date, time: time?.slice(0, 5) } },
      });
    }
    expect((await rowOf(db, order)).status).toBe('offered');
    await perform(db, 'mali', 'claim', await offered(db));
    db.clock.set(until);
    await perform(db, 'liuyang', 'claim', order);
  });

  it('late again after 30 days begins anew', async () => {
    const db = await community();
    const first = await released(db, start, 0.6);
    await released(db, first + 31 * 86_400_000, 0.6);
    await perform(db, 'liuyang', 'claim', await offered(db));
  });
});
