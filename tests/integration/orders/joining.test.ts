import { describe, expect, it } from 'vitest';
import { keepApart } from '@/lib/orders/commands/keep-apart';
import { listSimilar } from '@/lib/orders/queries/list-similar';
import { similarNearby } from '@/lib/orders/queries/similar-nearby';
import { locatePlace } from '@/lib/places/queries/locate-place';
import { sharedCommunity } from '@/tests/support/community';
import { perform, placeInC, plainItem, quota, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();

const nearby = async (words = '有车堵住单元门，请挪车') => {
  const place = await locatePlace(c().ctx({ kind: 'anonymous' }), placeInC);
  return similarNearby(c().ctx({ kind: 'anonymous' }), { words, item: plainItem, place });
};

describe('我也遇到', () => {
  it('shows a neighbour’s report without anything of them, and a new one follows it at once', async () => {
    const main = await submitted(c(), {
      words: '楼下有车堵住了单元门，我叫钱多多，住302。',
      contact: { name: '钱多多', phone: '10099990002' },
      place: { areaCode: `${placeInC.areaCode}-2-302`, detail: '红毯' },
    });
    const shown = await nearby();
    expect(shown.length).toBeGreaterThan(0);
    const text = JSON.stringify(shown);
    for (const own of ['钱多多', '302', '红毯', '10099990002', '堵住了', main.code, main.queryCode]) {
      expect(text, own).not.toContain(own);
    }
    expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['itemName', 'place', 'status', 'submittedAt', 'token']);
    const mine = await submitted(c(), { joins: shown[0]?.token });
    expect(await rowOf(c(), mine)).toMatchObject({ status: 'merged', mergedFrom: 'submitted', version: 2 });
    const { mergedInto } = await rowOf(c(), mine);
    expect([(await rowOf(c(), main)).id]).toContain(mergedInto);
    expect((await rowOf(c(), main)).households).toBe(2);
    await perform(c(), 'limin', 'unmerge', mine);
    expect((await rowOf(c(), mine)).status).toBe('submitted');
  });

  it('with a token of nothing near, or with words of danger, is an order by itself', async () => {
    await submitted(c());
    const [shown] = await nearby();
    const far = await submitted(c(), { joins: shown?.token, place: { areaCode: '320371003208001-03' } });
    expect((await rowOf(c(), far)).status).toBe('submitted');
    const made = await submitted(c(), { joins: 'NOSUCHTOKEN' });
    expect((await rowOf(c(), made)).status).toBe('submitted');
    const danger = await submitted(c(), { joins: shown?.token, words: '车着火了，堵住了单元门，快来人！' });
    expect((await rowOf(c(), danger)).status).not.toBe('merged');
  });

  it('shows nothing that is sealed, about somebody, over, or merged', async () => {
    const seen = async () => (await nearby()).length;
    const start = c().clock.now();
    // A day of its own: what other tests sent is too long ago.
    c().clock.advance(100 * 3_600_000);
    expect(await seen()).toBe(0);
    await submitted(c(), { confidential: true });
    await submitted(c(), { about: { unit: 'PL-PROP' } });
    const gone = await submitted(c());
    await perform(c(), gone.holder, 'withdraw', gone);
    expect(await seen()).toBe(0);
    await submitted(c());
    expect(await seen()).toBe(1);
    c().clock.set(start);
  });

  it('does not count against how many orders its requester may hold open', async () => {
    await submitted(c());
    const [shown] = await nearby();
    const wang = await c().as('wangguilan');
    const key = `requester:${wang.actor.kind === 'person' ? wang.actor.personId : ''}`;
    const had = await quota(c(), key);
    await submitted(c(), { joins: shown?.token }, { actor: wang.actor });
    expect(await quota(c(), key)).toBe(had);
  });
});

describe('at the desk', () => {
  it('a pair that was told apart is not proposed again, in either direction', async () => {
    const start = c().clock.now();
    c().clock.advance(200 * 3_600_000);
    const [one, other] = [await submitted(c()), await submitted(c())];
    const limin = await c().as('limin');
    const of = async (code: string) => (await listSimilar(limin, { code })).items.map((item) => item.code);
    expect(await of(one.code)).toEqual([other.code]);
    expect((await listSimilar(limin, { code: one.code })).items[0]?.reasons.map(({ kind }) => kind)).toEqual([
      'same_item',
      'same_building',
      'words',
    ]);
    await keepApart(limin, { code: other.code, other: one.code });
    expect(await of(one.code)).toEqual([]);
    expect(await of(other.code)).toEqual([]);
    await expect(listSimilar(await c().as('chenchen'), { code: one.code })).rejects.toMatchObject({
      code: 'forbidden',
    });
    c().clock.set(start);
  });
});
