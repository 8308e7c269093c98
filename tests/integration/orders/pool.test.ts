import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { alarmUnclaimed } from '@/lib/notices/commands/alarm-unclaimed';
import { notice } from '@/lib/notices/tables';
import { claimStanding } from '@/lib/orders/queries/claim-standing';
import { listPool } from '@/lib/orders/queries/list-pool';
import { distanceBands } from '@/lib/places/distance-band';
import { community } from '@/tests/support/community';
import { anOrder, cellC, perform, placeInC, rowOf } from '@/tests/support/orders';

const start = Date.parse('2024-01-15T09:00:00+08:00');

describe('what a volunteer knows before pressing', () => {
  it('is how many are open, of three, and the claim itself agrees', async () => {
    const c = await community();
    c.clock.set(start);
    const liu = await c.as('liuyang');
    expect(await claimStanding(liu)).toEqual({ open: 0, limit: 3, restsUntil: null });
    const held = [];
    for (let i = 0; i < 3; i++) held.push(await anOrder(c, { state: 'in_progress', holder: 'volunteer' }));
    expect(await claimStanding(liu)).toMatchObject({ open: 3, limit: 3 });
    const more = await anOrder(c, { state: 'offered' });
    await expect(perform(c, 'liuyang', 'claim', more)).rejects.toMatchObject({ reason: 'order.claim_limit' });
    const [first] = held;
    if (first) await perform(c, 'liuyang', 'submit_evidence', first);
    expect(await claimStanding(liu)).toMatchObject({ open: 2 });
    await perform(c, 'liuyang', 'claim', more);
    expect(await claimStanding(await c.as('mali'))).toMatchObject({ open: 0 });
  });

  it('is until when one rests after two late releases, to the moment', async () => {
    const c = await community();
    for (let i = 0; i < 2; i++) {
      c.clock.set(start + i * 86_400_000);
      const order = await anOrder(c, { state: 'in_progress', holder: 'volunteer' });
      const { finishBy, acceptedAt } = await rowOf(c, order);
      c.clock.set((acceptedAt ?? 0) + ((finishBy ?? 0) - (acceptedAt ?? 0)) * 0.6);
      await perform(c, 'liuyang', 'release', order);
    }
    const until = c.clock.now() + 86_400_000;
    const liu = await c.as('liuyang');
    expect((await claimStanding(liu)).restsUntil).toBe(until);
    c.clock.set(until - 1);
    expect((await claimStanding(liu)).restsUntil).toBe(until);
    c.clock.set(until);
    expect((await claimStanding(liu)).restsUntil).toBeNull();
  });
});

describe('the pool', () => {
  it('goes by distance bands, then by due time, and by due time alone where that is asked', async () => {
    const c = await community();
    c.clock.set(start);
    const near = await anOrder(c, { state: 'offered', place: placeInC });
    c.clock.set(start + 60_000);
    const later = await anOrder(c, { state: 'offered', place: { areaCode: `${cellC}-06` } });
    const { lat, lng } = await rowOf(c, later);
    if (lat === null || lng === null) throw new Error('the building has no position');
    const liu = await c.as('liuyang');
    const codes = [near.code, later.code];
    const shown = async (input: Parameters<typeof listPool>[1]) =>
      (await listPool(liu, input)).filter((card) => codes.includes(card.code));
    const due = await shown({ sort: 'due' });
    expect(due.map((card) => card.code)).toEqual(codes);
    const bands = (await shown({ near: { lat, lng } })).map((card) => card.distance);
    const ranks = bands.map((band) => (band ? distanceBands.indexOf(band) : 9));
    expect(ranks).toEqual([...ranks].sort());
    expect(bands[0]).toBe('under_200m');
    // From far away all lie in one band: by due time again, whoever of them is a step nearer.
    for (const away of [0.5, -0.5]) {
      expect((await shown({ near: { lat: lat + away, lng: lng + away } })).map((card) => card.code)).toEqual(codes);
    }
    const card = JSON.stringify(await shown({ near: { lat, lng } }));
    for (const secret of ['测试人', '1008', '堵住', placeInC.areaCode]) expect(card).not.toContain(secret);
  });
});

// Journey 7.3, step 10.
describe('an offer that nobody claims by its accept limit', () => {
  it('alarms the dispatchers once, after the limit, and gives it to nobody', async () => {
    const c = await community();
    c.clock.set(start);
    const order = await anOrder(c, { state: 'offered' });
    const told = async () => {
      const lines = await c.engine.reader
        .select({ personId: notice.personId })
        .from(notice)
        .where(and(eq(notice.orderCode, order.code), eq(notice.kind, 'order.unclaimed')));
      return lines.map((line) => line.personId);
    };
    const { acceptBy } = await rowOf(c, order);
    c.clock.set(acceptBy ?? 0);
    await alarmUnclaimed(c.ctx());
    expect(await told()).toEqual([]);
    c.clock.advance(1);
    for (let twice = 0; twice < 2; twice++) await alarmUnclaimed(c.ctx());
    expect(await told()).toEqual([c.idOf('limin')]);
    expect(await rowOf(c, order)).toMatchObject({ status: 'offered', assigneePerson: null, assigneeUnit: null });
    // A new offer has a limit of its own.
    await perform(c, 'limin', 'recall', order);
    await perform(c, 'limin', 'offer', order);
    await alarmUnclaimed(c.ctx());
    expect(await told()).toHaveLength(1);
  });
});
