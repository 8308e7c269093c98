import { describe, expect, it } from 'vitest';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { callUnits } from '@/lib/orders/commands/call-units';
import { noteUnitArrival } from '@/lib/orders/commands/note-unit-arrival';
import { callableUnits } from '@/lib/orders/queries/callable-units';
import { getOrder } from '@/lib/orders/queries/get-order';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { orderWhistle } from '@/lib/orders/tables';
import { type Community, community } from '@/tests/support/community';
import { anOrder, lastEvent, type Made, perform, rowOf, snapshot, submitted } from '@/tests/support/orders';

const minute = 60_000;
const [water, urban] = ['DHS-UTIL', 'DHS-URBAN'];

async function refusal(of: Promise<unknown>): Promise<string> {
  try {
    await of;
    return 'done';
  } catch (error) {
    if (isDomainError(error)) return error.details.issues?.[0]?.reason ?? error.reason;
    throw error;
  }
}

async function atStreet(): Promise<{ c: Community; order: Made }> {
  const c = await community();
  const order = await submitted(c);
  await perform(c, 'limin', 'escalate', order, { kind: 'joint' });
  return { c, order };
}

const call = async (c: Community, order: Made, more: object = {}, who = 'jiedao') =>
  refusal(
    callUnits(await c.as(who), {
      code: order.code,
      clientId: newId(),
      units: [water, urban],
      arriveBy: c.clock.now() + 30 * minute,
      reason: '水管爆了，路面也要围起来。',
      ...more,
    }),
  );

const arrive = async (c: Community, order: Made, more: object = {}, who = 'jiedao') =>
  refusal(
    noteUnitArrival(await c.as(who), {
      code: order.code,
      clientId: newId(),
      unit: water,
      words: '来了三个人，先关阀门。',
      ...more,
    }),
  );

const rows = (c: Community) => c.engine.reader.select().from(orderWhistle).orderBy(orderWhistle.unitCode);

describe('units that the street calls', () => {
  it('are listed with who came and who is late, and move no clock, state or version', async () => {
    const { c, order } = await atStreet();
    const before = await rowOf(c, order);
    const calledAt = c.clock.now();
    expect(await call(c, order)).toBe('done');
    expect(await lastEvent(c, order, 'order.noted')).toMatchObject({ whistle: 'called', units: [urban, water].sort() });
    c.clock.advance(20 * minute);
    expect(await arrive(c, order)).toBe('done');
    c.clock.advance(10 * minute);
    const seen = async () => (await getOrder(await c.as('limin'), { code: order.code })).whistles;
    expect((await seen()).map(({ late }) => late)).toEqual([false, false]);
    c.clock.advance(1);
    const list = Object.fromEntries((await seen()).map((one) => [one.unit, one]));
    expect(list[water]).toMatchObject({ late: false, arrivedAt: expect.any(String) });
    expect(list[urban]).toMatchObject({ late: true, arrivedAt: null });
    expect(Date.parse(list[urban]?.calledAt ?? '')).toBe(calledAt);
    expect(await arrive(c, order, { unit: urban })).toBe('done');
    expect(await lastEvent(c, order, 'order.noted')).toMatchObject({ whistle: 'arrived', units: [urban], late: true });
    expect((await seen()).find(({ unit }) => unit === urban)).toMatchObject({ late: true });
    const { status, version, dueAt, level } = before;
    expect(await rowOf(c, order)).toMatchObject({ status, version, dueAt, level });
    expect((await verifyHistory(c.engine.reader)).misfits).toEqual([]);
  });

  it('are told to the requester by their names alone, and see nothing of the order themselves', async () => {
    const { c, order } = await atStreet();
    await call(c, order);
    await arrive(c, order);
    const own = await getOrder(order.holder, { code: order.code });
    expect(own.whistles.map(({ unit }) => unit)).toEqual([urban, water].sort());
    expect(JSON.stringify(own)).not.toContain('先关阀门');
    for (const who of ['gongshui', 'chengguan']) {
      await expect(getOrder(await c.as(who), { code: order.code })).rejects.toMatchObject({ code: 'not_found' });
      expect(await arrive(c, order, {}, who)).toBe('order.not_found');
    }
  });

  it('are offered as long as they were not called', async () => {
    const { c, order } = await atStreet();
    const offered = async (who: string) =>
      (await callableUnits(await c.as(who), { code: order.code }))?.map((u) => u.code);
    expect(await offered('limin')).toBeUndefined();
    expect(await offered('jiedao')).toEqual(expect.arrayContaining([water, urban]));
    await call(c, order, { units: water });
    expect(await offered('jiedao')).not.toContain(water);
    expect(await offered('jiedao')).toContain(urban);
  });
});

describe('what is refused leaves every row as it was', () => {
  it('to others, for other units and hours, and a second time', async () => {
    const { c, order } = await atStreet();
    const about = await submitted(c, { about: { unit: 'PL-COMM' } });
    const before = await snapshot(c);
    const now = c.clock.now();
    expect(await call(c, order, {}, 'shuji')).toBe('order.not_for_you.whistle');
    expect(await arrive(c, order, {}, 'shuji')).toBe('order.not_for_you.whistle');
    expect(await call(c, order, {}, 'zhoujianguo')).toBe('order.not_found');
    expect(await call(c, order, { units: [water, 'NOBODY'] })).toBe('order.whistle_unit');
    expect(await call(c, order, { units: [] })).not.toBe('done');
    expect(await call(c, order, { arriveBy: now })).toBe('order.whistle_time');
    expect(await call(c, order, { arriveBy: now + 8 * 86_400_000 })).toBe('order.whistle_time');
    expect(await call(c, order, { reason: '来' })).toBe('input.whistle_says_nothing');
    expect(await call(c, about, { units: ['PL-COMM'] })).toBe('order.whistle_about');
    expect(await arrive(c, order)).toBe('order.whistle_none');
    expect(await snapshot(c)).toEqual(before);
    await call(c, order, { units: [water] });
    const called = await snapshot(c);
    expect(await call(c, order)).toBe('order.whistle_already');
    expect(await arrive(c, order, { arrivedAt: now - 5 * minute })).toBe('order.arrival_time');
    expect(await arrive(c, order, { arrivedAt: now + 1 })).toBe('order.arrival_time');
    expect(await snapshot(c)).toEqual(called);
    await arrive(c, order);
    const there = await snapshot(c);
    expect(await arrive(c, order)).toBe('order.whistle_arrived');
    expect(await snapshot(c)).toEqual(there);
  });

  it('on what is still the community’s, also where the street sees it', async () => {
    const c = await community();
    const order = await anOrder(c, { state: 'in_progress' });
    c.clock.set(((await rowOf(c, order)).finishBy ?? 0) + minute);
    const before = await snapshot(c);
    expect(await call(c, order)).toBe('order.not_at_street');
    expect(await snapshot(c)).toEqual(before);
  });

  it('to the second of two at the same time', async () => {
    const { c, order } = await atStreet();
    const calls = await Promise.all([call(c, order), call(c, order, { units: [urban] })]);
    expect(calls.filter((answer) => answer === 'done')).toHaveLength(1);
    await call(c, order, { units: [water] });
    const arrivals = await Promise.all([arrive(c, order), arrive(c, order, { words: '又来报到。' })]);
    expect(arrivals.filter((answer) => answer === 'done')).toHaveLength(1);
    expect((await rows(c)).filter(({ arrivedAt }) => arrivedAt !== null)).toHaveLength(1);
  });
});
