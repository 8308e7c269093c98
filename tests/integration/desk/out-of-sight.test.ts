import { describe, expect, it } from 'vitest';
import { isOutOfSight } from '@/app/_desk/order/answer';
import { newId } from '@/lib/kernel/ids';
import { classifyOrder } from '@/lib/orders/commands/classify-order';
import { getOrder } from '@/lib/orders/queries/get-order';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, rowOf } from '@/tests/support/orders';

const c = sharedCommunity();

describe('what was just classified', () => {
  const classified = async (about: { unit: string }) => {
    const order = await anOrder(c());
    const { code, version } = await rowOf(c(), order);
    const ctx = await c().as('limin');
    const answer = await classifyOrder(ctx, { code, version, clientId: newId(), item: '1403', about });
    return { answer, seen: getOrder(ctx, { code }) };
  };

  it('is out of the sight of the desk once it is a complaint about the community itself', async () => {
    const { answer, seen } = await classified({ unit: 'PL-COMM' });
    expect(isOutOfSight(answer)).toBe(true);
    await expect(seen).rejects.toMatchObject({ reason: 'order.not_found' });
  });

  it('stays there when it is about a firm', async () => {
    const { answer, seen } = await classified({ unit: 'PL-PROP' });
    expect(isOutOfSight(answer)).toBe(false);
    expect((await seen).about).toBeDefined();
  });
});

describe('answers that are no order', () => {
  it('say nothing of its sight', () => {
    for (const answer of [undefined, null, { value: '10000000002' }, 'x']) expect(isOutOfSight(answer)).toBe(false);
  });
});
