import { describe, expect, it } from 'vitest';
import { lastAnswer } from '@/lib/orders/queries/last-answer';
import { listEarlier } from '@/lib/orders/queries/list-earlier';
import { locatePlace } from '@/lib/places/queries/locate-place';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, type Made, perform, placeInC, plainItem, rowOf, submitted } from '@/tests/support/orders';

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

describe('before the same matter is sent again, its resident', () => {
  const answered = async (who: string, reply: string, input: Parameters<typeof submitted>[1] = {}): Promise<Made> => {
    const order = await submitted(c(), { ...contactOf(), ...input }, { actor: (await c().as(who)).actor });
    await perform(c(), 'limin', 'assign', order);
    await perform(c(), 'gaofeng', 'sign', order);
    await perform(c(), 'gaofeng', 'submit_evidence', order, { words: reply });
    await perform(c(), 'zhengshucheng', 'pass', order);
    await perform(c(), order.holder, 'rate', order);
    c().clock.advance(31 * day);
    return order;
  };
  const shown = async (ctx: Awaited<ReturnType<ReturnType<typeof c>['as']>>, item = plainItem, place = placeInC) =>
    lastAnswer(ctx, { item, place: await locatePlace(ctx, place) });

  it('is shown the last answer of their own account, and nobody else is, whatever phone they type', async () => {
    const sun = await c().as('sunxiuying');
    expect(await shown(sun)).toBeNull();
    await answered('sunxiuying', '第一次的答复：车挪走了。');
    const same = contactOf();
    const order = await answered('sunxiuying', '第二次的答复：装了挡车桩。', same);
    const { closedAt } = await rowOf(c(), order);
    const found = await shown(sun);
    expect(found).toMatchObject({ code: order.code, reply: '第二次的答复：装了挡车桩。' });
    expect(Date.parse(found?.closedAt ?? '')).toBe(closedAt);
    for (const who of ['zhoujianguo', 'limin', 'shuji']) expect(await shown(await c().as(who)), who).toBeNull();
    // Neither without a login nor with the code of that very order, which a neighbour may have found on a slip of paper.
    expect(await shown(c().ctx({ kind: 'anonymous' }))).toBeNull();
    expect(await shown(order.holder)).toBeNull();
    // The same phone on an order that was sent without an account is no answer to the account, nor the other way round.
    const bare = await anOrder(c(), { state: 'closed', ...same });
    expect((await shown(sun))?.code).not.toBe(bare.code);
    expect(await shown(sun, '1503')).toBeNull();
    expect(await shown(sun, plainItem, { areaCode: '320371003208001-03' })).toBeNull();
  });

  it('is shown nothing of what is not closed, or was confidential, sealed or anonymous', async () => {
    const wang = await c().as('wangguilan');
    const open = await submitted(c(), contactOf(), { actor: wang.actor });
    await perform(c(), 'limin', 'assign', open);
    await perform(c(), 'gaofeng', 'sign', open);
    await perform(c(), 'gaofeng', 'submit_evidence', open, { words: '还没有验过的答复。' });
    expect(await shown(wang)).toBeNull();
    await answered('wangguilan', '保密的答复。', { confidential: true });
    await answered('wangguilan', '匿名的答复。', { anonymous: true });
    expect(await shown(wang)).toBeNull();
    await answered('wangguilan', '公开可读的答复。');
    expect((await shown(wang))?.reply).toBe('公开可读的答复。');
  });
});
