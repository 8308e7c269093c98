import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { tellOfOrder } from '@/lib/notices/handlers';
import { notice } from '@/lib/notices/tables';
import { isDrawn } from '@/lib/orders/answer';
import { declareOrderTie } from '@/lib/orders/commands/declare-order-tie';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { type Community, community, sharedCommunity } from '@/tests/support/community';
import { anOrder, cellC, lastEvent, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('after one or two stars', () => {
  const friday = at('2024-01-19T17:00:00');
  /** An hour of Friday and seven of Monday. */
  const due = at('2024-01-22T17:00:00');
  const low = { solved: 'partly', stars: 2, reason: 'not_fixed' };

  async function rated(answer: Record<string, unknown> = low): Promise<Made> {
    c().clock.set(friday);
    const order = await anOrder(c(), { state: 'awaiting_rating' });
    await perform(c(), order.holder, 'rate', order, answer);
    return order;
  }

  it('a call is due within one working day, and says how that is counted', async () => {
    for (const answer of [low, { solved: 'yes', stars: 1, reason: 'other' }]) {
      const order = await rated(answer);
      expect(await rowOf(c(), order)).toMatchObject({ status: 'closed', callbackBy: due, dueAt: 253_402_214_400_000 });
      const { clock } = await getOrder(await c().as('chenchen'), { code: order.code });
      expect(clock.callbackBy).toBe('2024-01-22T17:00:00.000+08:00');
      const { items } = await listOrders(await c().as('limin'), { view: 'to_call_back', limit: 200 });
      expect(items.find((item) => item.code === order.code)?.callbackBy).toBe(clock.callbackBy);
      expect(clock.all.at(-1)).toMatchObject({ kind: 'callback', dueAt: clock.callbackBy });
      expect(clock.why).toEqual(clock.all.at(-1)?.why);
      expect(clock.why.map((line) => line.key)).toContain('clock.why.weekend');
      expect(await lastEvent(c(), order, 'order.rated')).toMatchObject({ callbackBy: clock.callbackBy });
    }
  });

  it('none is due after three, nor where "not solved" reopens', async () => {
    expect((await rowOf(c(), await rated({ solved: 'yes', stars: 3 }))).callbackBy).toBeNull();
    const order = await rated({ solved: 'no', stars: 1, reason: 'not_fixed' });
    expect(await rowOf(c(), order)).toMatchObject({ status: 'submitted', callbackBy: null });
  });

  it('also of a late rating; the window stays', async () => {
    c().clock.set(at('2024-01-15T09:00:00'));
    const order = await anOrder(c(), { state: 'closed', closing: 'unrated' });
    const { reopenUntil } = await rowOf(c(), order);
    c().clock.set(at('2024-01-26T17:00:00'));
    await perform(c(), order.holder, 'rate', order, low);
    expect(await rowOf(c(), order)).toMatchObject({ callbackBy: at('2024-01-29T17:00:00'), reopenUntil });
  });

  it('those who call back are told, without whoever handled, typed or verified it', async () => {
    const order = await rated();
    const { id, lastSeq } = await rowOf(c(), order);
    for (let twice = 0; twice < 2; twice++) {
      await tellOfOrder(c().ctx(), 'order.rated', { orderId: id, seq: lastSeq });
    }
    const lines = await c()
      .engine.reader.select({ personId: notice.personId })
      .from(notice)
      .where(and(eq(notice.orderCode, order.code), eq(notice.kind, 'order.callback_due')));
    // The third clerk is of the property that did the work.
    const told = ['limin', 'chenchen', 'second-clerk', 'grandson'].map((key) => c().idOf(key));
    expect(lines.map((line) => line.personId).sort()).toEqual(told.sort());
  });

  it('the call ends it, and so do three tries in vain and a reopening', async () => {
    const called = await rated();
    await perform(c(), 'chenchen', 'callback', called, low);
    expect(await rowOf(c(), called)).toMatchObject({ status: 'closed', closing: 'callback', callbackBy: null });
    const reopened = await rated();
    await perform(c(), reopened.holder, 'reopen', reopened);
    expect((await rowOf(c(), reopened)).callbackBy).toBeNull();
    const silent = await rated();
    for (const moment of ['2024-01-19T17:10:00', '2024-01-19T17:20:00', '2024-01-22T09:00:00']) {
      expect(await rowOf(c(), silent), moment).toMatchObject({ callbackBy: due, unreachableAt: null });
      c().clock.set(at(moment));
      await perform(c(), 'chenchen', 'callback', silent, { reached: false, solved: undefined, stars: undefined });
    }
    const givenUp = { callbackBy: null, unreachableAt: at('2024-01-22T09:00:00') };
    expect(await rowOf(c(), silent)).toMatchObject(givenUp);
    // Who answers after all was reached.
    await perform(c(), 'chenchen', 'callback', silent, { contactedInTime: false });
    expect((await rowOf(c(), silent)).unreachableAt).toBeNull();
    const { ratings } = await getOrder(await c().as('limin'), { code: silent.code });
    expect(ratings.map((rating) => rating.contactedInTime)).toEqual([null, null, null, null, false]);
  });
});

// Journey 7.5, step 5.
describe('after what was done anew has passed', () => {
  const passedAt = at('2024-01-22T10:00:00');
  const due = at('2024-01-23T10:00:00');
  const silent = { reached: false, solved: undefined, stars: undefined };

  /** Reopened once, and passed again; both times by 坡里物业 and the third branch. */
  async function passedAgain(wish: Parameters<typeof anOrder>[1] = {}): Promise<Made> {
    c().clock.set(at('2024-01-15T09:00:00'));
    const order = await anOrder(c(), { state: 'awaiting_rating', drawn: false, ...wish });
    await perform(c(), order.holder, 'rate', order, { solved: 'no', stars: 2, reason: 'not_fixed' });
    c().clock.set(passedAt);
    await perform(c(), 'limin', 'assign', order, { reason: '只有他们有钥匙。' });
    await perform(c(), 'gaofeng', 'sign', order);
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    await perform(c(), 'zhengshucheng', 'pass', order);
    return order;
  }
  const listed = async (who: string, order: Made) => {
    const { items } = await listOrders(await c().as(who), { view: 'to_call_back', limit: 200 });
    return items.some((item) => item.code === order.code);
  };

  it('a call is due within one working day at once, with its clock, and those who may call are told', async () => {
    const order = await passedAgain();
    expect(await rowOf(c(), order)).toMatchObject({ status: 'awaiting_rating', reopenCount: 1, callbackBy: due });
    const { clock } = await getOrder(await c().as('limin'), { code: order.code });
    expect(clock.all.at(-1)).toMatchObject({ kind: 'callback', dueAt: clock.callbackBy });
    expect(await lastEvent(c(), order, 'order.passed')).toMatchObject({ callbackBy: clock.callbackBy });
    const { id, lastSeq } = await rowOf(c(), order);
    await tellOfOrder(c().ctx(), 'order.passed', { orderId: id, seq: lastSeq });
    const lines = await c()
      .engine.reader.select({ personId: notice.personId })
      .from(notice)
      .where(and(eq(notice.orderCode, order.code), eq(notice.kind, 'order.callback_again')));
    const told = ['limin', 'chenchen', 'second-clerk', 'grandson'].map((key) => c().idOf(key));
    expect(lines.map((line) => line.personId).sort()).toEqual(told.sort());
  });

  it('none is due the first time, nor where no name was left', async () => {
    c().clock.set(passedAt);
    const first = await anOrder(c(), { state: 'awaiting_rating', drawn: false });
    expect((await rowOf(c(), first)).callbackBy).toBeNull();
    expect((await lastEvent(c(), first, 'order.passed')).callbackBy).toBeUndefined();
    expect((await rowOf(c(), await passedAgain({ anonymous: true }))).callbackBy).toBeNull();
  });

  it('is made by a third person: not by who did it or passed it', async () => {
    const order = await passedAgain();
    expect(await listed('limin', order)).toBe(true);
    expect(await listed('clerk-of-property', order)).toBe(false);
    for (const [who, reason] of [
      ['clerk-of-property', 'order.barred.handled'],
      ['gaofeng', 'order.not_for_you.callback'],
      ['zhengshucheng', 'order.not_for_you.callback'],
    ] as const) {
      await expect(perform(c(), who, 'callback', order), who).rejects.toMatchObject({ code: 'forbidden', reason });
    }
    await perform(c(), 'limin', 'callback', order);
    expect(await rowOf(c(), order)).toMatchObject({ status: 'closed', closing: 'callback', callbackBy: null });
    expect(await listed('limin', order)).toBe(false);
  });

  it('stays due after her own rating, good or bad, and after nobody rated; the call ends it', async () => {
    for (const stars of [5, 1]) {
      const order = await passedAgain();
      await perform(c(), order.holder, 'rate', order, { solved: 'yes', stars, reason: 'other' });
      expect(await rowOf(c(), order)).toMatchObject({ status: 'closed', closing: 'rated', callbackBy: due });
      expect(await listed('limin', order)).toBe(true);
      await perform(c(), 'limin', 'callback', order);
      expect((await rowOf(c(), order)).callbackBy).toBeNull();
    }
    const unrated = await passedAgain();
    c().clock.set((await rowOf(c(), unrated)).ratingUntil ?? 0);
    await perform(c(), c().ctx({ kind: 'system', name: 'clock' }), 'close_unrated', unrated);
    expect(await rowOf(c(), unrated)).toMatchObject({ closing: 'unrated', callbackBy: due });
    expect(await listed('limin', unrated)).toBe(true);
  });

  it('ends with three tries in vain, and begins anew with the next reopening', async () => {
    const order = await passedAgain();
    for (const moment of ['2024-01-22T10:10:00', '2024-01-22T10:20:00', '2024-01-23T09:00:00']) {
      expect((await rowOf(c(), order)).callbackBy, moment).toBe(due);
      c().clock.set(at(moment));
      await perform(c(), 'chenchen', 'callback', order, silent);
    }
    expect(await rowOf(c(), order)).toMatchObject({ callbackBy: null, unreachableAt: at('2024-01-23T09:00:00') });
    const again = await passedAgain();
    await perform(c(), again.holder, 'rate', again, { solved: 'no', stars: 1, reason: 'not_fixed' });
    expect(await rowOf(c(), again)).toMatchObject({ reopenCount: 2, level: 'street', callbackBy: null });
  });
});

/** One whose passing is not drawn for the sample. */
async function undrawn(
  db: Community,
  ...[input, from]: Parameters<typeof submitted> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Made> {
  let made = await submitted(db, input, from);
  while (isDrawn(await rowOf(db, made))) made = await submitted(db, input, from);
  return made;
}

describe('the list of those to call back', () => {
  const way = [
    ['limin', 'assign'],
    ['gaofeng', 'sign'],
    ['gaofeng', 'submit_evidence'],
    ['zhengshucheng', 'pass'],
  ] as const;

  it('has the unrated after three days where nobody may come by themselves, every U1, every unsatisfied one', async () => {
    const db = await community();
    const consentAt = '2024-01-15T08:10:00+08:00';
    const clerk = { actor: await db.actor('chenchen') };
    const plain = await undrawn(db);
    const typed = await undrawn(db, { proxy: { knownBy: 'in_person', consentAt } }, clerk);
    const second = await undrawn(db, { proxy: { knownBy: 'in_person', consentAt } }, clerk);
    const nameless = await undrawn(db, { anonymous: true });
    const unknown = await undrawn(db, { anonymous: true, contact: undefined });
    const urgent = await undrawn(db);
    await perform(db, 'limin', 'classify', urgent, { item: undefined, urgency: 'U1' });
    const low = await undrawn(db);
    for (const order of [plain, typed, second, nameless, unknown, urgent, low]) {
      for (const [who, action] of way) await perform(db, who, action, order);
    }
    await perform(db, low.holder, 'rate', low, { stars: 2, reason: 'other' });
    const passedAt = db.clock.now();
    const listed = async (who: string) => {
      const { items } = await listOrders(await db.as(who), { view: 'to_call_back', limit: 200 });
      return items.map((item) => item.code).sort();
    };
    const codes = (...list: Made[]) => list.map((order) => order.code).sort();
    db.clock.set(passedAt + 3 * 86_400_000);
    expect(await listed('limin')).toEqual(codes(urgent, low));
    db.clock.advance(1);
    expect(await listed('limin')).toEqual(codes(urgent, low, typed, second));
    // Who typed, handled or verified it does not call; the second clerk does.
    expect(await listed('chenchen')).toEqual(codes(urgent, low));
    expect(await listed('clerk-of-property')).toEqual([]);
    expect(await listed('second-clerk')).toEqual(codes(urgent, low, typed, second));
    // A good rating does not end the call that every U1 gets; the call does.
    await perform(db, urgent.holder, 'rate', urgent, { stars: 5 });
    expect(await listed('limin')).toContain(urgent.code);
    await perform(db, 'limin', 'callback', urgent);
    await perform(db, 'limin', 'callback', low);
    expect(await listed('limin')).toEqual(codes(typed, second));
    for (const days of [0, 0, 1]) {
      db.clock.advance(days * 86_400_000);
      await perform(db, 'limin', 'callback', typed, { reached: false, solved: undefined, stars: undefined });
    }
    expect(await listed('limin')).toEqual(codes(second));
    // Closed without a rating, it can still be called until the window ends.
    db.clock.set((await rowOf(db, second)).ratingUntil ?? 0);
    await perform(db, db.ctx({ kind: 'system', name: 'clock' }), 'close_unrated', second);
    expect(await listed('limin')).toEqual(codes(second));
    db.clock.set((await rowOf(db, second)).reopenUntil ?? 0);
    expect(await listed('limin')).toEqual([]);
  });

  const toCall = async (db: Community, who: string) =>
    (await listOrders(await db.as(who), { view: 'to_call_back', limit: 200 })).items.map((item) => item.code);

  it('has none of an anonymous order, and no call is due after its few stars: nobody reads its phone', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_verification', anonymous: true, drawn: true });
    await perform(db, 'zhengshucheng', 'pass', order);
    await perform(db, order.holder, 'rate', order, { stars: 1, reason: 'attitude' });
    expect(await rowOf(db, order)).toMatchObject({ status: 'closed', callbackBy: null });
    expect((await lastEvent(db, order, 'order.rated')).callbackBy).toBeUndefined();
    expect(await toCall(db, 'limin')).toEqual([]);
  });

  it('has the sample drawn at passing, whatever was said, until somebody called; each closing is drawn anew', async () => {
    const db = await community();
    const drawn = await anOrder(db, { state: 'awaiting_rating', drawn: true });
    const rest = await anOrder(db, { state: 'awaiting_rating', drawn: false });
    expect([(await rowOf(db, drawn)).sampledAt, (await rowOf(db, rest)).sampledAt]).toEqual([db.clock.now(), null]);
    // The resident first: three days, or their rating.
    expect(await toCall(db, 'limin')).toEqual([]);
    await perform(db, drawn.holder, 'rate', drawn, { stars: 5 });
    await perform(db, rest.holder, 'rate', rest, { stars: 5 });
    expect(await toCall(db, 'limin')).toEqual([drawn.code]);
    await perform(db, 'limin', 'callback', drawn);
    expect(await toCall(db, 'limin')).toEqual([]);
    await perform(db, drawn.holder, 'reopen', drawn);
    expect((await rowOf(db, drawn)).sampledAt).toBeNull();
    const waiting = await anOrder(db, { state: 'awaiting_rating', drawn: true });
    db.clock.advance(3 * 86_400_000 + 1);
    expect(await toCall(db, 'limin')).toEqual([waiting.code]);
  });

  it('has nothing that the caller’s family asked, nor what they declared a tie to', async () => {
    const db = await community();
    const place = { areaCode: `${cellC}-05-2-302` };
    const order = await anOrder(db, { state: 'awaiting_rating', place, drawn: false });
    const { requesterHousehold } = await rowOf(db, order);
    expect(requesterHousehold).not.toBeNull();
    await perform(db, order.holder, 'rate', order, { stars: 1, reason: 'attitude' });
    expect(await toCall(db, 'limin')).toContain(order.code);
    const actor = { ...(await db.actor('limin')), householdCode: requesterHousehold };
    const kin = db.ctx(actor);
    await expect(perform(db, kin, 'callback', order)).rejects.toMatchObject({ reason: 'order.barred.kin' });
    expect((await listOrders(kin, { view: 'to_call_back' })).items).toEqual([]);

    // The secretary once said so, as who could verify it.
    const tied = await anOrder(db, { state: 'awaiting_verification', drawn: false });
    db.clock.set(((await rowOf(db, tied)).verifyBy ?? 0) + 1);
    await declareOrderTie(await db.as('shuji'), { code: tied.code });
    await perform(db, 'zhengshucheng', 'pass', tied);
    await perform(db, tied.holder, 'rate', tied, { stars: 1, reason: 'attitude' });
    await expect(perform(db, 'shuji', 'callback', tied)).rejects.toMatchObject({ reason: 'order.barred.kin' });
    expect(await toCall(db, 'shuji')).toEqual([order.code]);
    expect(await toCall(db, 'limin')).toContain(tied.code);
  });
});
