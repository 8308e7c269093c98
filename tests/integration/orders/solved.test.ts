import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { SubmitOrderInput } from '@/lib/orders/input';
import { listSolved, smallestGroup } from '@/lib/orders/queries/list-solved';
import { orders } from '@/lib/orders/tables';
import { communityCode as community } from '@/seeds/demo/geography-plan';
import { type Community, community as ownCommunity } from '@/tests/support/community';
import type { Made as Order } from '@/tests/support/orders';
import { anOrder, perform, rowOf, submitted } from '@/tests/support/orders';

const quarterC = `${community}-C`;
const missing = ['photo_before', 'photo_after', 'document'].map((kind) => ({ kind, reason: '夜里拍不清楚。' }));
const waiver = { waiver: '现场看过，灯都亮了，照片可免。' };

/** From report to rating, as `item`; the branch of C verifies. */
async function closed(
  db: Community,
  item: string,
  more: Partial<SubmitOrderInput> = {},
  stars = 5,
  verifier = 'zhengshucheng',
): Promise<Order> {
  const order = await submitted(db, { item, ...more });
  await perform(db, 'limin', 'assign', order);
  await perform(db, 'gaofeng', 'sign', order);
  const kinds = item === '0802' || item === '0803' ? [] : missing;
  const pieces = kinds.length > 0 ? [] : [{ kind: 'text', text: '已联系车主，车已挪走。' }];
  await perform(db, 'gaofeng', 'submit_evidence', order, {
    pieces,
    missing: item === '0601' ? kinds.filter(({ kind }) => kind === 'photo_after') : kinds.slice(0, 2),
  });
  await perform(db, verifier, 'pass', order, kinds.length > 0 ? waiver : {});
  await perform(db, order.holder, 'rate', order, { stars });
  return order;
}

const anybody = (db: Community) => db.ctx({ kind: 'anonymous' });
const told = async (db: Community, more: Partial<Parameters<typeof listSolved>[1]> = {}) =>
  listSolved(anybody(db), { community, ...more });

async function enough(db: Community, count = smallestGroup): Promise<void> {
  for (let i = 0; i < count; i++) await closed(db, '0601');
}

describe('what is told of closed orders', () => {
  it('is item, quarter, days, outcome and stars, and not one thing more', async () => {
    const db = await ownCommunity();
    await enough(db);
    const list = await told(db);
    expect(list).toMatchObject({ month: '2024-01', nextCursor: null, older: null, newer: null });
    expect(list.items).toHaveLength(smallestGroup);
    expect(list.items[0]).toEqual({
      item: { code: '0601', zh: '路灯/楼道灯不亮', en: expect.any(String) },
      place: { code: quarterC, zh: 'C区', en: 'Quarter C' },
      days: 0,
      outcome: 'resolved',
      stars: 5,
    });
  });

  it('is the same for everybody, signed in or not', async () => {
    const db = await ownCommunity();
    await enough(db);
    expect(await listSolved(await db.as('limin'), { community })).toEqual(await told(db));
  });

  it('never holds what somebody wished silence for, nor what is about somebody', async () => {
    const db = await ownCommunity();
    await enough(db);
    const silent = [
      await closed(db, '0402', { anonymous: true }),
      await closed(db, '0402', { confidential: true }),
      await closed(db, '0402', { about: { words: '保洁员态度不好' } }),
      await closed(db, '0402', { about: { unit: 'DS-PROP' } }),
    ];
    const open = await closed(db, '0402');
    for (const order of [...silent, open]) expect(await rowOf(db, order)).toMatchObject({ status: 'closed' });
    expect((await told(db)).items.filter(({ item }) => item.code === '0402')).toHaveLength(1);
  });

  it('never holds an item that is somebody’s own: no car, no fee', async () => {
    const db = await ownCommunity();
    await enough(db);
    await closed(db, '0802');
    const { items } = await told(db);
    expect(new Set(items.map(({ item }) => item.code))).toEqual(new Set(['0601']));
  });

  it.each([
    ['sealed', { sealed: true }],
    ['anonymous', { anonymous: true }],
    ['confidential', { confidential: true }],
    ['about a unit', { aboutUnit: 'PL-PROP' }],
    ['about the community', { aboutCommunity: community }],
    ['of an item of elder care', { itemCode: '0901' }],
    ['of an item that nobody has judged yet', { itemCode: '9999' }],
    ['not closed', { status: 'awaiting_rating' as const }],
    ['closed without an answer of the handler', { outcome: 'no_info' as const }],
    ['without an outcome', { outcome: null }],
  ])('never holds an order that is %s, each by itself enough', async (_, column) => {
    const db = await ownCommunity();
    await enough(db, smallestGroup);
    const order = await closed(db, '0402');
    expect((await told(db)).items).toHaveLength(smallestGroup + 1);
    await db.engine.transaction((tx) =>
      tx.update(orders).set(column).where(eq(orders.code, order.code)).returning({ id: orders.id }),
    );
    expect((await told(db)).items).toHaveLength(smallestGroup);
  });

  it('never holds what is not closed, or was closed without an answer of the handler', async () => {
    const db = await ownCommunity();
    await enough(db);
    await anOrder(db, { item: '0601', state: 'in_progress' });
    await anOrder(db, { item: '0601', state: 'withdrawn' });
    const asked = await anOrder(db, { item: '0601', state: 'need_info' });
    db.clock.set((await rowOf(db, asked)).needInfoUntil ?? 0);
    await perform(db, db.ctx({ kind: 'system', name: 'clock' }), 'close_no_info', asked);
    expect(await rowOf(db, asked)).toMatchObject({ status: 'closed', outcome: 'no_info' });
    expect((await told(db)).items).toHaveLength(smallestGroup);
  });
});

describe('small groups', () => {
  it('tells nothing of a place with fewer than five in the month', async () => {
    const db = await ownCommunity();
    await enough(db, smallestGroup - 1);
    expect(await told(db)).toMatchObject({ month: '2024-01', items: [] });
    await closed(db, '0601');
    expect((await told(db)).items).toHaveLength(smallestGroup);
  });

  it('names the community instead where several small places together are enough', async () => {
    const db = await ownCommunity();
    await enough(db, smallestGroup - 1);
    expect((await told(db)).items).toEqual([]);
    await closed(db, '0601', { place: { areaCode: `${community}006-02` } }, 4, 'tangyue');
    const { items } = await told(db);
    expect(items.map(({ place, stars }) => [place.code, stars]).sort()).toEqual([
      [community, 4],
      ...Array.from({ length: smallestGroup - 1 }, () => [community, 5]),
    ]);
    expect((await told(db, { place: quarterC })).items).toEqual([]);
    expect((await told(db, { place: `${community}-D` })).items).toEqual([]);
  });

  it('counts only what may be told: silent ones do not fill a group', async () => {
    const db = await ownCommunity();
    await enough(db, smallestGroup - 1);
    await closed(db, '0601', { anonymous: true });
    expect((await told(db)).items).toEqual([]);
  });
});

describe('the list', () => {
  it('goes on by a cursor that is no time, no id and no number, each case once', async () => {
    const db = await ownCommunity();
    await enough(db);
    await closed(db, '0402', {}, 3);
    const first = await told(db, { limit: 4 });
    expect(first.nextCursor).toMatch(/^\d{4}\.[0-9a-f]{16}$/);
    const second = await told(db, { limit: 4, cursor: first.nextCursor ?? '' });
    // The tally is of the month, not of the page.
    expect(second.outcomes).toEqual(first.outcomes);
    expect(first.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(first.items.length + second.items.length);
    expect(second).toMatchObject({ nextCursor: null });
    expect([...first.items, ...second.items].map(({ item, stars }) => [item.code, stars])).toEqual([
      ['0402', 3],
      ...Array.from({ length: smallestGroup }, () => ['0601', 5]),
    ]);
    await expect(told(db, { cursor: '../../etc' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is filtered by place and by category', async () => {
    const db = await ownCommunity();
    await enough(db);
    await closed(db, '0402');
    expect((await told(db, { category: '04' })).items).toHaveLength(1);
    expect((await told(db, { category: '04' })).outcomes).toEqual([{ outcome: 'resolved', count: 1 }]);
    expect((await told(db, { place: quarterC })).items).toHaveLength(smallestGroup + 1);
    expect((await told(db, { place: `${community}-A` })).items).toEqual([]);
  });

  it('opens at the latest month with enough to tell, and leads to the others', async () => {
    const db = await ownCommunity();
    await enough(db);
    db.clock.set(Date.parse('2024-02-05T09:00:00+08:00'));
    await closed(db, '0601');
    expect(await told(db)).toMatchObject({ month: '2024-01', older: null, newer: '2024-02' });
    expect(await told(db, { month: '2024-02' })).toMatchObject({ items: [], older: '2024-01', newer: null });
  });

  it('counts the days from the report to the check on site', async () => {
    const db = await ownCommunity();
    await enough(db, smallestGroup - 1);
    const order = await submitted(db, { item: '0601' });
    db.clock.set(Date.parse('2024-01-17T09:00:00+08:00'));
    await perform(db, 'limin', 'assign', order);
    await perform(db, 'gaofeng', 'sign', order);
    await perform(db, 'gaofeng', 'submit_evidence', order, { pieces: [], missing: missing.slice(1, 2) });
    await perform(db, 'zhengshucheng', 'pass', order, waiver);
    await perform(db, order.holder, 'rate', order);
    expect((await told(db)).items.map(({ days }) => days).sort()).toEqual([0, 0, 0, 0, 2]);
  });
});
