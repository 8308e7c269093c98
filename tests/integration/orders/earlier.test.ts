import { describe, expect, it } from 'vitest';
import { listEarlier } from '@/lib/orders/queries/list-earlier';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const day = 86_400_000;
let phones = 0;
const contactOf = () => ({ contact: { name: '测试人', phone: `1006${String(++phones).padStart(7, '0')}` } });
const earlierOf = async (code: string, who = 'limin') =>
  (await listEarlier(await c().as(who), { code })).map((order) => order.code);

describe('the same matter after it was closed', () => {
  it('is shown with the new order: number, outcome, and what was answered at last', async () => {
    const same = contactOf();
    const before = await anOrder(c(), { state: 'in_progress', ...same });
    await perform(c(), 'gaofeng', 'submit_evidence', before, { words: '车主已把车挪走，并留了电话。' });
    await perform(c(), 'zhengshucheng', 'pass', before);
    await perform(c(), before.holder, 'rate', before);
    c().clock.advance(40 * day);
    const again = await submitted(c(), same);
    const [found, ...more] = await listEarlier(await c().as('limin'), { code: again.code });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: before.code, outcome: 'resolved', reply: '车主已把车挪走，并留了电话。' });
    expect(Date.parse(found?.closedAt ?? '')).toBe((await rowOf(c(), before)).closedAt);
    // The old one has nothing before it, and whoever does not dispatch learns nothing.
    expect(await earlierOf(before.code)).toEqual([]);
    expect(await earlierOf(again.code, 'chenchen')).toEqual([]);
  });

  it('is neither another place, another family, another resident, nor what is not closed yet', async () => {
    const same = contactOf();
    const before = await anOrder(c(), { state: 'closed', ...same });
    await anOrder(c(), { state: 'in_progress', ...same });
    c().clock.advance(day);
    const again = await submitted(c(), same);
    expect(await earlierOf(again.code)).toEqual([before.code]);
    const elsewhere = await submitted(c(), { ...same, place: { areaCode: '320371003208001-03' } });
    const other = await submitted(c(), { ...same, item: '1503' });
    const neighbour = await submitted(c(), contactOf());
    for (const { code } of [elsewhere, other, neighbour]) expect(await earlierOf(code)).toEqual([]);
  });

  it('follows an account from phone to phone', async () => {
    const { actor } = await c().as('zhoujianguo');
    const before = await submitted(c(), contactOf(), { actor });
    await perform(c(), 'limin', 'assign', before);
    await perform(c(), 'gaofeng', 'sign', before);
    await perform(c(), 'gaofeng', 'submit_evidence', before);
    await perform(c(), 'zhengshucheng', 'pass', before);
    await perform(c(), before.holder, 'rate', before);
    c().clock.advance(31 * day);
    expect(await earlierOf((await submitted(c(), contactOf(), { actor })).code)).toEqual([before.code]);
  });

  it('follows nobody who asked not to be known, then or now', async () => {
    const hidden = contactOf();
    await anOrder(c(), { state: 'closed', ...hidden, confidential: true });
    c().clock.advance(day);
    expect(await earlierOf((await submitted(c(), hidden)).code)).toEqual([]);
    const open = contactOf();
    await anOrder(c(), { state: 'closed', ...open });
    c().clock.advance(day);
    expect(await earlierOf((await submitted(c(), { ...open, confidential: true })).code)).toEqual([]);
  });
});
