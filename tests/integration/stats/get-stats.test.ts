import { describe, expect, it } from 'vitest';
import { closeDueOrders } from '@/lib/orders/commands/close-due-orders';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { getOrder } from '@/lib/orders/queries/get-order';
import { getStats, type Stats } from '@/lib/stats/queries/get-stats';
import { type Community, community } from '@/tests/support/community';
import { anOrder, perform, placeInC, plainItem, rowOf } from '@/tests/support/orders';

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

  it('what came by each way in is counted, and of few the public is not told', async () => {
    await eightOrders();
    const clerk = await c.as('chenchen');
    const spoken = {
      knownBy: 'phone',
      spokenBy: '赵某',
      consentAt: '2024-01-15T08:50:00+08:00',
      words: '占住了出口',
    } as const;
    for (const clientId of ['by-phone-1', 'by-phone-2']) {
      await submitOrder(clerk, {
        item: plainItem,
        words: '车位被占。',
        place: placeInC,
        channel: 'phone',
        proxy: spoken,
        clientId,
      });
    }
    const own = await getStats(await c.as('limin'), asked);
    expect(own.channels).toEqual([
      { channel: 'web', submitted: 7 },
      { channel: 'phone', submitted: 2 },
    ]);
    expect(own.submitted).toBe(9);
    const anybody = await getStats(c.ctx({ kind: 'anonymous' }), asked);
    // Nine came in, and that is told: seven by the web would tell of the two by phone.
    expect(anybody.submitted).toBe(9);
    expect(anybody.channels).toEqual([]);
  });

  it('a volunteer reads what anybody reads', async () => {
    await eightOrders();
    expect((await getStats(await c.as('liuyang'), asked)).publicOnly).toBe(true);
  });
});

// Journey 7.5, steps 8 and 9; the walk in the browser cannot wait for them.
describe('the figures of what was reopened, and of what nobody rated', () => {
  const dayMs = 86_400_000;
  const three = async () => {
    const stats = await getStats(await c.as('limin'), asked);
    return ['resolution_rate', 'satisfaction_rate', 'reopen_rate'].map((name) => rate(stats, name));
  };

  it('count the last valid answer and one reopening; the first rating stays readable', async () => {
    c = await community();
    c.clock.set(start);
    const order = await anOrder(c, { state: 'awaiting_rating' });
    await perform(c, order.holder, 'rate', order, { solved: 'no', stars: 2, reason: 'not_fixed', words: '又灭了' });
    expect(await three()).toEqual([
      [0, 1],
      [0, 1],
      [1, 1],
    ]);
    const before = { ...asked, to: '2024-01-15' };
    c.clock.advance(dayMs);
    await perform(c, 'limin', 'assign', order, { handler: { unit: 'PL-SANI' } });
    await perform(c, 'huanwei', 'sign', order);
    await perform(c, 'huanwei', 'submit_evidence', order);
    await perform(c, 'zhengshucheng', 'pass', order);
    await perform(c, 'limin', 'callback', order, { solved: 'partly', stars: 3 });
    await perform(c, order.holder, 'rate', order, { solved: 'yes', stars: 4 });
    expect(await three()).toEqual([
      [1, 1],
      [1, 1],
      [1, 2],
    ]);
    // What was published of the day before stays as it was.
    expect(rate(await getStats(await c.as('limin'), before), 'resolution_rate')).toEqual([0, 1]);
    for (const who of [order.holder, await c.as('limin')]) {
      const { ratings } = await getOrder(who, { code: order.code });
      expect(ratings.map(({ via, solved, stars }) => [via, solved, stars])).toEqual([
        ['requester', 'no', 2],
        ['phone', 'partly', 3],
        ['requester', 'yes', 4],
      ]);
      expect(ratings[0]?.words).toBe('又灭了');
    }
  });

  it('the clock closes after seven days what nobody rated, and counts it nowhere; a late rating takes its place', async () => {
    c = await community();
    c.clock.set(start);
    const order = await anOrder(c, { state: 'awaiting_rating' });
    const system = c.ctx({ kind: 'system', name: 'clock' });
    // Day 0 is that of the passing; the seventh ends with 22 January.
    c.clock.set(Date.parse('2024-01-22T23:59:59.999+08:00'));
    expect(await closeDueOrders(system)).toBe(0);
    c.clock.advance(1);
    expect(await closeDueOrders(system)).toBe(1);
    expect(await rowOf(c, order)).toMatchObject({ status: 'closed', closing: 'unrated' });
    expect(await three()).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
    c.clock.set(Date.parse('2024-02-15T12:00:00+08:00'));
    await perform(c, order.holder, 'rate', order, { solved: 'partly', stars: 3 });
    expect(await rowOf(c, order)).toMatchObject({ status: 'closed', closing: 'rated' });
    expect(await three()).toEqual([
      [0, 1],
      [1, 1],
      [0, 1],
    ]);
  });
});
