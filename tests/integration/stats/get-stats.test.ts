import { describe, expect, it } from 'vitest';
import { getStats, type Stats } from '@/lib/stats/queries/get-stats';
import { type Community, community } from '@/tests/support/community';
import { anOrder, perform } from '@/tests/support/orders';

const asked = { area: '320371003208', from: '2024-01-15', to: '2024-02-15' };
const start = Date.parse('2024-01-15T09:00:00+08:00');
const minuteMs = 60_000;

let c: Community;

const rate = (stats: Stats, name: string) => {
  const found = stats.rates.find((one) => one.name === name);
  return found && [found.numerator, found.denominator];
};

/** Eight orders with known ends: the expected figures below are counted by hand from these lines. */
async function eightOrders(): Promise<void> {
  c = await community();
  c.clock.set(start);
  for (let i = 0; i < 3; i++) await anOrder(c, { state: 'closed' }); // rated yes by the default body
  const inTime = await anOrder(c, { state: 'assigned' });
  await perform(c, 'gaofeng', 'contact', inTime, { how: 'phone', reached: true });
  const no = await anOrder(c, { state: 'awaiting_rating' });
  await perform(c, no.holder, 'rate', no, { solved: 'no', stars: 1, reason: 'not_fixed' });
  const partly = await anOrder(c, { state: 'awaiting_rating' });
  await perform(c, partly.holder, 'rate', partly, { solved: 'partly', stars: 3 });
  const back = await anOrder(c, { state: 'awaiting_verification' });
  await perform(c, 'zhengshucheng', 'rework', back, {
    reason: 'not_solved_on_site',
    words: '现场车辆还在，没有挪走。',
  });
  await anOrder(c, { state: 'withdrawn' });
  c.clock.set(start + 60 * minuteMs);
}

describe('the figures of an area', () => {
  it('are counted from the events, each with numerator and denominator', async () => {
    await eightOrders();
    const stats = await getStats(await c.as('limin'), asked);
    expect(stats).toMatchObject({ publicOnly: false, submitted: 7, closed: 4 });
    expect(rate(stats, 'resolution_rate')).toEqual([3, 5]);
    expect(rate(stats, 'partly_resolved_share')).toEqual([1, 5]);
    expect(rate(stats, 'satisfaction_rate')).toEqual([4, 5]);
    expect(rate(stats, 'rework_rate')).toEqual([1, 6]);
    expect(rate(stats, 'reopen_rate')).toEqual([1, 5]);
    expect(rate(stats, 'rating_share')).toEqual([5, 5]);
    expect(rate(stats, 'response_rate')?.[0]).toBe(1);
  });

  it('a rate without anything to divide by has no value, and a day before has nothing', async () => {
    await eightOrders();
    const stats = await getStats(await c.as('dujuan'), { ...asked, from: '2024-01-01', to: '2024-01-14' });
    expect(stats.submitted).toBe(0);
    expect(stats.rates.every((one) => one.value === null && one.denominator === 0)).toBe(true);
  });

  it('the public gets the public part alone, and no figure under five', async () => {
    await eightOrders();
    const anybody = await getStats(c.ctx({ kind: 'anonymous' }), asked);
    expect(anybody).toMatchObject({ publicOnly: true, submitted: 7, closed: null });
    expect(anybody.rates.map((one) => one.name)).not.toContain('rework_rate');
    expect(rate(anybody, 'resolution_rate')).toEqual([3, 5]);
    const cell = await getStats(c.ctx({ kind: 'anonymous' }), { ...asked, area: '320371003208005' });
    expect(cell).toMatchObject({ submitted: null, closed: null, rates: [] });
  });

  it('a volunteer reads what anybody reads', async () => {
    await eightOrders();
    expect((await getStats(await c.as('liuyang'), asked)).publicOnly).toBe(true);
  });
});
