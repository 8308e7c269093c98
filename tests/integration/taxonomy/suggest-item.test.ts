import { describe, expect, it } from 'vitest';
import { previewOrder } from '@/lib/orders/queries/preview-order';
import { loadTaxonomy } from '@/lib/taxonomy/commands/load-taxonomy';
import { suggestItem } from '@/lib/taxonomy/queries/suggest-item';
import { unnamedItem } from '@/lib/taxonomy/suggest';
import { readTaxonomy } from '@/seeds/reference-data';
import { sharedCommunity } from '@/tests/support/community';
import { rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const said = async (words: string) => suggestItem((await c().as('limin')).db, words);

describe('what the stored words say', () => {
  it('an item with the words that spoke for it, and whom to call', async () => {
    const dark = await said('楼道的灯不亮了黑咕隆咚的');
    expect(dark.items[0]).toEqual({ code: '0601', because: ['灯不亮', '黑咕隆咚'] });
    expect(dark.emergencies).toEqual([]);
    expect((await said('老人摔倒起不来了')).emergencies.map(({ call }) => call)).toContain('120');
  });

  it('no danger of a gas card, also where an older list of words had 煤气', async () => {
    const system = c().ctx({ kind: 'system', name: 'import' });
    const taxonomy = readTaxonomy();
    const older = [...taxonomy.emergencyWords, { word: '煤气', call: '110/119/120/12356' }];
    await loadTaxonomy(system, { ...taxonomy, emergencyWords: older });
    expect((await said('煤气卡充值去哪里')).emergencies).not.toEqual([]);
    await loadTaxonomy(system, taxonomy);
    expect((await said('煤气卡充值去哪里')).emergencies).toEqual([]);
  });
});

describe('an order without an item', () => {
  it('gets the item of its words, and U1 where they speak of danger', async () => {
    const card = await rowOf(c(), await submitted(c(), { item: undefined, words: '三楼路灯坏了，煤气卡充值也不会' }));
    expect(card.urgency).toBe('U3');
    const dark = await rowOf(c(), await submitted(c(), { item: undefined, words: '楼道的灯不亮了黑咕隆咚的' }));
    expect(dark.itemCode).toBe('0601');
    const hurt = await rowOf(c(), await submitted(c(), { item: undefined, words: '楼下打起来了见血了' }));
    expect(hurt.urgency).toBe('U1');
  });

  it('rouses nobody by what only sounds like danger, but says whom to call before it is sent', async () => {
    const words = '电梯上到七楼不走了，我跟邻居都在里头';
    const preview = await previewOrder(await c().as('limin'), { words, item: '0402', channel: 'web' });
    expect(preview.emergencies).toMatchObject([{ call: '119', sure: false }]);
    expect((await rowOf(c(), await submitted(c(), { item: '0402', words }))).urgency).toBe('U3');
  });

  it('is taken although its words speak for a shift, whose hours nobody gave', async () => {
    const words = '晚上小区里不安全，希望有人巡逻';
    const ctx = await c().as('limin');
    const preview = await previewOrder(ctx, { words, channel: 'web' });
    expect(preview.suggestions[0]?.item.code).toBe('1204');
    expect(preview.item.code).toBe(unnamedItem);
    const order = await rowOf(c(), await submitted(c(), { item: undefined, words }));
    expect(order.itemCode).toBe(unnamedItem);
  });

  it('keeps the shift when its hours came along', async () => {
    const startsAt = c().clock.now() + 86_400_000;
    const shift = { shiftStartsAt: startsAt, shiftEndsAt: startsAt + 4 * 3_600_000 };
    const words = '晚上小区里不安全，希望有人巡逻';
    const order = await rowOf(c(), await submitted(c(), { item: undefined, words, ...shift }));
    expect(order.itemCode).toBe('1204');
  });
});
