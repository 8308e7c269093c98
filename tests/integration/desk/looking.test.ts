import { describe, expect, it } from 'vitest';
import { lookAtOrder } from '@/lib/desk/commands/look-at-order';
import { lookMs } from '@/lib/desk/input';
import { listLookers } from '@/lib/desk/queries/list-lookers';
import { deskLook } from '@/lib/desk/tables';
import { sharedCommunity } from '@/tests/support/community';
import { rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const look = async (who: string, code: string, tab = `tab-of-${who}`) =>
  (await lookAtOrder(await c().as(who), { code, tab })).map(({ zh }) => zh);

describe('who else has an order open', () => {
  it('is told to colleagues, each once, never of oneself', async () => {
    const { code } = await submitted(c());
    expect(await look('limin', code)).toEqual([]);
    expect(await look('limin', code, 'second-tab')).toEqual([]);
    expect(await look('shuji', code)).toEqual(['李敏']);
    expect(await look('limin', code)).toHaveLength(1);
  });

  it('goes along with the tab to the next order, and is over by itself', async () => {
    const [one, two] = [await submitted(c()), await submitted(c())];
    await look('shuji', one.code, 'walking-tab');
    expect(await look('limin', one.code)).toHaveLength(1);
    await look('shuji', two.code, 'walking-tab');
    expect(await look('limin', one.code)).toEqual([]);
    await c()
      .ctx({ kind: 'system', name: 'clock' })
      .transaction((tx) => tx.update(deskLook).set({ seenAt: Date.now() - lookMs.over - 1 }));
    expect(await listLookers(await c().as('limin'), { code: two.code })).toEqual([]);
    await look('limin', one.code);
    expect(await c().engine.reader.select().from(deskLook)).toHaveLength(1);
  });

  it('is nothing for an order out of sight, and changes nothing of one in sight', async () => {
    const order = await submitted(c());
    const before = await rowOf(c(), order);
    await look('limin', order.code);
    expect(await rowOf(c(), order)).toEqual(before);
    await expect(look('limin', 'PL20240101-9999')).rejects.toMatchObject({ reason: 'order.not_found' });
    await expect(look('zhoujianguo', order.code)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it("is not another person's tab to move", async () => {
    const [one, two] = [await submitted(c()), await submitted(c())];
    await look('shuji', one.code, 'tab-taken-1');
    await look('limin', two.code, 'tab-taken-1');
    expect(await look('limin', one.code)).toHaveLength(1);
  });
});
