import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { mergeOrder } from '@/lib/orders/commands/merge-order';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { rateCounts } from '@/lib/orders/queries/rate-counts';
import { claimQuotaKey } from '@/lib/orders/quota';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, lastEvent, type Made, perform, quota, rowOf, snapshot, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const hour = 3_600_000;

const merge = (order: Made, main: Pick<Made, 'code'>) => perform(c(), 'limin', 'merge', order, { main: main.code });

/** The columns of a clock and of a hold, which an undone merging puts back. */
const standing = async (order: Made) => {
  const { version: _v, lastSeq: _s, lastHash: _h, updatedAt: _u, ...rest } = await rowOf(c(), order);
  return rest;
};

/** Its work done and checked, so that it waits for its rating. */
async function finish(main: Pick<Made, 'code'>): Promise<void> {
  await perform(c(), 'limin', 'assign', main);
  await perform(c(), 'gaofeng', 'sign', main);
  await perform(c(), 'gaofeng', 'submit_evidence', main);
  await perform(c(), 'zhengshucheng', 'pass', main);
}

describe('an order that is merged', () => {
  it.each(['submitted', 'offered', 'assigned', 'in_progress'] as const)(
    'from %s goes back to all that it was, however late it is undone',
    async (state) => {
      const [order, main] = [await anOrder(c(), { state }), await submitted(c())];
      const before = await standing(order);
      const start = c().clock.now();
      await merge(order, main);
      const merged = await rowOf(c(), order);
      expect(merged).toMatchObject({ status: 'merged', assigneeUnit: null, assigneePerson: null, holderKind: null });
      expect((await rowOf(c(), main)).households).toBe(2);
      expect(await lastEvent(c(), order, 'order.merged')).toEqual({ main: main.code });
      c().clock.advance(30 * hour);
      await perform(c(), 'limin', 'unmerge', order);
      expect(await standing(order)).toEqual(before);
      expect((await rowOf(c(), main)).households).toBeNull();
      c().clock.set(start);
    },
  );

  it('frees the hand of the volunteer who held it, who has it again when that is undone', async () => {
    const liuyang = await c().as('liuyang');
    const key = claimQuotaKey(liuyang.actor.kind === 'person' ? liuyang.actor.personId : '');
    const had = await quota(c(), key);
    const order = await anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
    const main = await submitted(c());
    expect(await quota(c(), key)).toBe(had + 1);
    await merge(order, main);
    expect(await quota(c(), key)).toBe(had);
    const mine = await listOrders(liuyang, { view: 'mine' });
    expect(mine.items.map(({ code }) => code)).not.toContain(order.code);
    await perform(c(), 'limin', 'unmerge', order);
    expect(await quota(c(), key)).toBe(had + 1);
    await perform(c(), 'liuyang', 'release', order);
  });

  it('ends an open offer: nobody finds it in the pool, and it is there again afterwards', async () => {
    const [order, main] = [await anOrder(c(), { state: 'offered' }), await submitted(c())];
    await merge(order, main);
    await expect(perform(c(), 'liuyang', 'claim', order)).rejects.toMatchObject({ reason: 'order.already_claimed' });
    await perform(c(), 'limin', 'unmerge', order);
    await perform(c(), 'liuyang', 'claim', order);
    expect((await rowOf(c(), order)).status).toBe('in_progress');
    await perform(c(), 'liuyang', 'release', order);
  });
});

describe('what may not be merged', () => {
  const refused = async (order: Made, main: Pick<Made, 'code'>, reason: string) => {
    const before = await snapshot(c());
    await expect(merge(order, main)).rejects.toMatchObject({ reason });
    expect(await snapshot(c())).toEqual(before);
  };

  it('is refused clearly, and nothing changes', async () => {
    const [one, other, third] = [await submitted(c()), await submitted(c()), await submitted(c())];
    await refused(one, one, 'order.merge_itself');
    await refused(one, { code: 'PL20200101-0001' }, 'order.main_not_found');
    await merge(one, other);
    await refused(other, third, 'order.has_joined');
    await refused(third, one, 'order.main_is_merged');
    await refused(other, one, 'order.main_is_merged');
    await refused(third, await anOrder(c(), { state: 'withdrawn' }), 'order.main_finished');
    await refused(third, await anOrder(c(), { state: 'awaiting_rating' }), 'order.main_finished');
  });

  it('holds what is sealed, and a complaint about somebody, apart', async () => {
    const plain = await submitted(c());
    const sealed = await submitted(c(), { confidential: true });
    const about = await submitted(c(), { about: { unit: 'PL-PROP' } });
    await refused(sealed, plain, 'order.sealed_not_merged');
    await refused(plain, sealed, 'order.sealed_not_merged');
    await refused(about, plain, 'order.about_not_merged');
    await refused(plain, about, 'order.about_not_merged');
    const same = await submitted(c(), { about: { unit: 'PL-PROP' } });
    await merge(same, about);
    expect((await rowOf(c(), same)).status).toBe('merged');
  });
});

describe('two dispatchers', () => {
  it('who merge each into the other at once: exactly one wins', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await submitted(c()), await submitted(c())];
      const ctx = await c().as('limin');
      const [a, b] = [await rowOf(c(), one), await rowOf(c(), other)];
      const answers = await Promise.allSettled([
        mergeOrder(ctx, { code: one.code, main: other.code, version: a.version, clientId: newId() }),
        mergeOrder(ctx, { code: other.code, main: one.code, version: b.version, clientId: newId() }),
      ]);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const rows = [await rowOf(c(), one), await rowOf(c(), other)];
      expect(rows.map(({ status }) => status).sort()).toEqual(['merged', 'submitted']);
      expect(rows.find(({ status }) => status === 'submitted')?.households).toBe(2);
    }
  });
});

describe('a main order', () => {
  it('that is done asks each requester; each answer is their own, and counts', async () => {
    const [main, one, other] = [await submitted(c()), await submitted(c()), await submitted(c())];
    await merge(one, main);
    await merge(other, main);
    expect((await rowOf(c(), main)).households).toBe(3);
    await expect(perform(c(), one.holder, 'rate', one)).rejects.toMatchObject({ reason: 'order.main_not_done' });
    await finish(main);
    const { communityCode: area } = await rowOf(c(), main);
    const counted = async () => {
      const [from, to] = [c().clock.now() - hour, c().clock.now() + hour];
      return rateCounts(c().engine.reader, { area, from, to, sealed: false });
    };
    const before = await counted();
    await perform(c(), one.holder, 'rate', one, { solved: 'yes', stars: 5 });
    const after = await counted();
    expect(after.answers.solvedYes).toBe(before.answers.solvedYes + 1);
    expect(after.submitted).toBe(before.submitted);
    expect(after.ownAnswers).toBe(before.ownAnswers);
    expect(await rowOf(c(), one)).toMatchObject({ status: 'merged', ratedClosing: 1 });
    await expect(perform(c(), one.holder, 'rate', one)).rejects.toMatchObject({ reason: 'order.already_rated' });
    await expect(perform(c(), 'limin', 'unmerge', one)).rejects.toMatchObject({ reason: 'order.answered_with_main' });
    await perform(c(), main.holder, 'rate', main, { solved: 'yes', stars: 4 });
    expect((await rowOf(c(), main)).status).toBe('closed');
    // Closed, and still open to the other household: not helped, it goes on by itself.
    await perform(c(), other.holder, 'rate', other, { solved: 'no', stars: 1, reason: 'not_fixed' });
    expect(await rowOf(c(), other)).toMatchObject({ status: 'submitted', reopenCount: 1, mergedInto: null });
    expect((await rowOf(c(), main)).status).toBe('closed');
    expect((await rowOf(c(), main)).households).toBe(2);
  });

  it('that is closed lets one go until the time to answer is over', async () => {
    const start = c().clock.now();
    const [main, one, other] = [await submitted(c()), await submitted(c()), await submitted(c())];
    await merge(one, main);
    await merge(other, main);
    await finish(main);
    await perform(c(), main.holder, 'rate', main);
    await perform(c(), 'limin', 'unmerge', one);
    expect(await rowOf(c(), one)).toMatchObject({ status: 'submitted', reopenUntil: null, ratingUntil: null });
    c().clock.advance(32 * 24 * hour);
    await expect(perform(c(), 'limin', 'unmerge', other)).rejects.toMatchObject({ reason: 'order.unmerge_too_late' });
    c().clock.set(start);
  });

  it.each([
    ['withdraw', 'holder'],
    ['decline', 'limin'],
  ] as const)('that ends by %s loses nobody: what followed it goes on', async (action, who) => {
    const main = await submitted(c());
    const one = await anOrder(c(), { state: 'assigned' });
    const before = await standing(one);
    await merge(one, main);
    await perform(c(), who === 'holder' ? main.holder : who, action, main);
    expect(await standing(one)).toEqual(before);
    expect((await rowOf(c(), main)).households).toBeNull();
  });

  it('that is begun anew lets them wait again', async () => {
    const [main, one] = [await submitted(c()), await submitted(c())];
    await merge(one, main);
    await finish(main);
    await perform(c(), main.holder, 'rate', main, { solved: 'no', stars: 1, reason: 'not_fixed' });
    expect(await rowOf(c(), one)).toMatchObject({ status: 'merged', ratingUntil: null, outcome: null });
    await expect(perform(c(), one.holder, 'rate', one)).rejects.toMatchObject({ reason: 'order.main_not_done' });
  });

  it('is shown to who follows it without anything of its reporter', async () => {
    const main = await submitted(c(), {
      words: '只有主单才有的一句话，三楼拐角。',
      contact: { name: '钱多多', phone: '10099990001' },
      place: { areaCode: '320371003208005-05-2-302', detail: '门口有红毯' },
    });
    const one = await submitted(c());
    await merge(one, main);
    const page = JSON.stringify(await getOrder(one.holder, { code: one.code }));
    for (const text of ['只有主单', '钱多多', '10099990001', '红毯', '302', main.code, main.queryCode]) {
      expect(page, text).not.toContain(text);
    }
    expect((await getOrder(one.holder, { code: one.code })).main).toMatchObject({ status: 'submitted', code: null });
    const desk = await getOrder(await c().as('limin'), { code: main.code });
    expect(desk.joined.map(({ code }) => code)).toEqual([one.code]);
    const handler = await getOrder(await c().as('limin'), { code: one.code });
    expect(handler.main?.code).toBe(main.code);
  });
});
