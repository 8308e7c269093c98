import { beforeEach, describe, expect, it } from 'vitest';
import { listService } from '@/lib/volunteers/queries/list-service';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, type Made, perform } from '@/tests/support/orders';

const shared = sharedCommunity();
const minute = 60_000;

/** Each test in a month of its own, so that no other's hours are in its sums. */
let month = 0;
let key = '';
beforeEach(() => {
  month += 1;
  key = `2025-${String(month).padStart(2, '0')}`;
  shared().clock.set(Date.parse(`${key}-10T09:00:00+08:00`));
});

const c = () => shared();
const pass = (minutes: number) => c().clock.set(c().clock.now() + minutes * minute);
const claimed = () => anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
const does = (action: 'arrive' | 'leave' | 'submit_evidence' | 'release', order: Made) =>
  perform(c(), 'liuyang', action, order);

async function counted(who = 'liuyang'): Promise<Record<string, number> | null> {
  while ((await drainOutbox(c().ctx())) > 0);
  const found = (await listService(await c().as(who))).months.find((one) => one.month === key);
  if (!found) return null;
  expect(found.minutes).toBe(found.orders.reduce((sum, { minutes }) => sum + minutes, 0));
  return Object.fromEntries(found.orders.map(({ code, minutes }) => [code, minutes]));
}

describe('hours of service', () => {
  it('come of arriving and leaving, and of two visits', async () => {
    const order = await claimed();
    await does('arrive', order);
    pass(30);
    await does('leave', order);
    pass(60);
    await does('arrive', order);
    pass(17);
    await does('leave', order);
    pass(5);
    await does('submit_evidence', order);
    expect(await counted()).toEqual({ [order.code]: 47 });
    expect(await counted('mali')).toBeNull();
  });

  it('end with the evidence where nobody left before, and are told once however often the event is', async () => {
    const order = await claimed();
    await does('arrive', order);
    pass(25);
    await does('submit_evidence', order);
    expect(await counted()).toEqual({ [order.code]: 25 });
  });

  it('are not invented: no arrival, no leaving, or given back in between', async () => {
    const gone = await claimed();
    pass(20);
    await does('leave', gone);
    await does('submit_evidence', gone);
    const given = await claimed();
    await does('arrive', given);
    pass(20);
    await does('release', given);
    const there = await claimed();
    await does('arrive', there);
    pass(20);
    expect(await counted()).toBeNull();
    await does('submit_evidence', there);
    expect(await counted()).toEqual({ [there.code]: 20 });
  });

  it('stay through rework, and what is done again comes on top', async () => {
    const order = await claimed();
    await does('arrive', order);
    pass(40);
    await does('leave', order);
    await does('submit_evidence', order);
    await perform(c(), 'zhengshucheng', 'rework', order);
    expect(await counted()).toEqual({ [order.code]: 40 });
    await does('arrive', order);
    pass(10);
    await does('leave', order);
    await does('submit_evidence', order);
    expect(await counted()).toEqual({ [order.code]: 50 });
  });

  it('are at most four of an order, and of two at once count once', async () => {
    const [long, short] = [await claimed(), await claimed()];
    await does('arrive', long);
    pass(60);
    await does('arrive', short);
    pass(30);
    await does('leave', short);
    pass(300);
    await does('leave', long);
    await does('submit_evidence', long);
    await does('submit_evidence', short);
    expect(await counted()).toEqual({ [long.code]: 240 });
  });

  it('are for volunteers: a firm that goes there is at work', async () => {
    const order = await anOrder(c(), { state: 'in_progress', holder: 'unit' });
    await perform(c(), 'gaofeng', 'arrive', order);
    pass(30);
    await perform(c(), 'gaofeng', 'leave', order);
    expect(await counted('gaofeng')).toBeNull();
  });
});
