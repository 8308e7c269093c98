import { describe, expect, it } from 'vitest';
import { sharedCommunity } from '@/tests/support/community';
import { type Made, perform, rowOf, submitted } from '@/tests/support/orders';
import { clockSteps } from './clock-steps';

const c = sharedCommunity();
const { at, said, then, photoless } = clockSteps(c);

describe('reopening', () => {
  const reopenedAt = '2024-01-15T08:30';

  async function reopened(input: Parameters<typeof submitted>[1], more: Record<string, unknown> = {}): Promise<Made> {
    c().clock.set(at('2024-01-11T09:00'));
    const order = await submitted(c(), input);
    if ((await rowOf(c(), order)).status === 'submitted') await perform(c(), 'limin', 'assign', order);
    const { assigneeUnit } = await rowOf(c(), order);
    const worker = assigneeUnit === 'DHS-UTIL' ? 'gongshui' : 'gaofeng';
    await perform(c(), worker, 'sign', order);
    await perform(c(), worker, 'submit_evidence', order, more);
    await perform(c(), 'zhengshucheng', 'pass', order, { waiver: '现场看过，确实已经办好了。' });
    await then(reopenedAt, order.holder, 'rate', order, { solved: 'no', stars: 2, reason: 'not_fixed' });
    return order;
  }

  it.each([
    ['0802: half of 4 wh is less than 4 wh', {}, {}, '2024-01-15T14:00'],
    ['0601: half of 2 wd ends with the day', { item: '0601' }, photoless, '2024-01-15T18:00'],
    ['0801: half of 2 h on the wall is less than 4 wh', { item: '0801' }, photoless, '2024-01-15T14:00'],
    [
      '0702: half of 12 h on the wall',
      { item: '0702' },
      { pieces: [{ kind: 'text', text: '已恢复供电。' }], missing: [{ kind: 'document', reason: '票据未出。' }] },
      '2024-01-15T14:30',
    ],
  ])('%s', async (_, input, evidence, finishBy) => {
    const order = await reopened(input, evidence);
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({
      status: 'submitted',
      level: 'community',
      comeback: 'reopened',
      reopenCount: 1,
      assigneeUnit: null,
      finishBy: null,
      outcome: null,
    });
    expect(said(row.dueAt)).toBe(said(row.dispatchBy));
    await perform(c(), 'limin', 'assign', order, { handler: { unit: 'PL-SANI' } });
    const again = await rowOf(c(), order);
    expect(said(again.finishBy)).toBe(finishBy);
    expect(again).toMatchObject({ milestoneKind: null, comeback: 'none' });
  });

  it('takes an earlier handler only with a reason', async () => {
    const order = await reopened({});
    await expect(perform(c(), 'limin', 'assign', order)).rejects.toMatchObject({
      reason: 'order.earlier_handler_needs_reason',
    });
    await perform(c(), 'limin', 'assign', order, { reason: '只有他们有钥匙。' });
    expect((await rowOf(c(), order)).assigneeUnit).toBe('PL-PROP');
  });

  it('goes to the street the second time, and stays there', async () => {
    const order = await reopened({});
    const round = async (dispatcher: string) => {
      await perform(c(), dispatcher, 'assign', order, { reason: '再去一次。' });
      await perform(c(), 'gaofeng', 'sign', order);
      await perform(c(), 'gaofeng', 'submit_evidence', order);
    };
    await round('limin');
    await perform(c(), 'zhengshucheng', 'pass', order);
    await perform(c(), order.holder, 'rate', order);
    await perform(c(), order.holder, 'reopen', order);
    expect(await rowOf(c(), order)).toMatchObject({
      level: 'street',
      reopenCount: 2,
      comeback: 'reopened',
      ratedClosing: 0,
    });
    await expect(perform(c(), 'limin', 'assign', order, { reason: '再去一次。' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await round('jiedao');
    // The branch looks at the ground no longer; the one above it does (3.1.2).
    await expect(perform(c(), 'zhengshucheng', 'pass', order)).rejects.toMatchObject({ code: 'forbidden' });
    await perform(c(), 'shuji', 'pass', order);
    await perform(c(), order.holder, 'rate', order, { solved: 'no', stars: 1, reason: 'not_fixed' });
    expect(await rowOf(c(), order)).toMatchObject({ level: 'street', reopenCount: 3, status: 'submitted' });
  });
});
