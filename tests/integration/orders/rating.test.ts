import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { closeDueOrders } from '@/lib/orders/commands/close-due-orders';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { rateCounts } from '@/lib/orders/queries/rate-counts';
import { orderRating } from '@/lib/orders/tables';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, lastEvent, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}+08:00`);
const start = at('2024-01-15T09:00:00');
const clock = () => c().ctx({ kind: 'system', name: 'clock' });
const ratingsOf = async (order: Made) => {
  const { id } = await rowOf(c(), order);
  return c().engine.reader.select().from(orderRating).where(eq(orderRating.orderId, id)).orderBy(orderRating.seq);
};

async function fresh(state: 'awaiting_rating' | 'closed', more: Parameters<typeof anOrder>[1] = {}): Promise<Made> {
  c().clock.set(start);
  return anOrder(c(), { state, ...more });
}

describe('windows, in calendar days of Shanghai', () => {
  it('the rating window ends on day 7 at 24:00, to the millisecond', async () => {
    const end = at('2024-01-23T00:00:00');
    for (const passedAt of ['2024-01-15T00:00:00.000', '2024-01-15T23:59:59.999']) {
      c().clock.set(at(passedAt));
      const order = await anOrder(c(), { state: 'awaiting_rating' });
      expect(await rowOf(c(), order)).toMatchObject({ ratingUntil: end, dueAt: end });
      c().clock.set(end - 1);
      await expect(perform(c(), clock(), 'close_unrated', order)).rejects.toMatchObject({
        reason: 'order.window_open',
      });
      c().clock.set(end);
      await perform(c(), clock(), 'close_unrated', order);
      expect(await rowOf(c(), order)).toMatchObject({
        status: 'closed',
        closing: 'unrated',
        outcome: 'resolved',
        closedAt: end,
      });
    }
  });

  it('a late rating and a reopening have 30 days from the closing', async () => {
    for (const action of ['rate', 'reopen', 'callback'] as const) {
      const order = await fresh('closed', { closing: 'unrated' });
      const until = at('2024-02-23T00:00:00');
      expect(await rowOf(c(), order)).toMatchObject({ closedAt: at('2024-01-23T00:00:00'), reopenUntil: until });
      const who = action === 'callback' ? 'chenchen' : order.holder;
      c().clock.set(until);
      await expect(perform(c(), who, action, order)).rejects.toMatchObject({ code: 'rule' });
      c().clock.set(until - 1);
      await perform(c(), who, action, order);
    }
  });

  it('belong to the latest closing, and a late rating does not lengthen them', async () => {
    const order = await fresh('closed', { closing: 'unrated' });
    const before = await rowOf(c(), order);
    c().clock.set(at('2024-02-10T12:00:00'));
    await perform(c(), order.holder, 'rate', order, { stars: 2, reason: 'other' });
    expect(await rowOf(c(), order)).toMatchObject({
      status: 'closed',
      closing: 'rated',
      closedAt: before.closedAt,
      reopenUntil: before.reopenUntil,
    });
    expect(await lastEvent(c(), order, 'order.rated')).toMatchObject({ late: true, reopened: false });
  });

  it('a decline may be appealed until day 30 at 24:00, once', async () => {
    c().clock.set(start);
    const orders = [await anOrder(c(), { state: 'declined' }), await anOrder(c(), { state: 'declined' })] as [
      Made,
      Made,
    ];
    c().clock.set(at('2024-02-15T00:00:00'));
    await expect(perform(c(), orders[0].holder, 'appeal', orders[0])).rejects.toMatchObject({
      reason: 'order.appeal_too_late',
    });
    c().clock.set(at('2024-02-14T23:59:59.999'));
    await perform(c(), orders[1].holder, 'appeal', orders[1]);
    await perform(c(), 'jiedao', 'decline', orders[1]);
    await expect(perform(c(), orders[1].holder, 'appeal', orders[1])).rejects.toMatchObject({
      reason: 'order.already_appealed',
    });
  });
});

describe('rating', () => {
  it('closes with yes and partly, and reopens with no, whatever the stars', async () => {
    for (const [solved, stars, status] of [
      ['yes', 1, 'closed'],
      ['partly', 3, 'closed'],
      ['no', 5, 'submitted'],
    ] as const) {
      const order = await fresh('awaiting_rating');
      await perform(c(), order.holder, 'rate', order, { solved, stars, reason: 'not_fixed' });
      const row = await rowOf(c(), order);
      // The handler's word stands beside the resident's; neither overwrites the other.
      expect(row, solved).toMatchObject({
        status,
        outcome: status === 'closed' ? 'resolved' : null,
        reopenCount: status === 'closed' ? 0 : 1,
      });
      expect(await ratingsOf(order)).toMatchObject([{ solved, stars, via: 'requester', reached: true, closingNo: 0 }]);
    }
  });

  it('needs a reason with no and with one or two stars, and one to five stars', async () => {
    const order = await fresh('awaiting_rating');
    for (const body of [
      { solved: 'no', stars: 5 },
      { solved: 'yes', stars: 2 },
      { solved: 'partly', stars: 1 },
      { solved: 'yes', stars: 0 },
      { solved: 'yes', stars: 6 },
      { solved: 'yes', stars: 4.5 },
      { solved: 'maybe', stars: 3 },
    ]) {
      await expect(perform(c(), order.holder, 'rate', order, body)).rejects.toMatchObject({ code: 'invalid' });
    }
    expect((await rowOf(c(), order)).status).toBe('awaiting_rating');
  });

  it('is one for each closing; after a reopening there is another', async () => {
    const order = await fresh('closed');
    await expect(perform(c(), order.holder, 'rate', order)).rejects.toMatchObject({ reason: 'order.already_rated' });
    await perform(c(), order.holder, 'reopen', order);
    await perform(c(), 'limin', 'assign', order, { handler: { unit: 'PL-SANI' } });
    await perform(c(), 'huanwei', 'sign', order);
    await perform(c(), 'huanwei', 'submit_evidence', order);
    await perform(c(), 'zhengshucheng', 'pass', order);
    await perform(c(), order.holder, 'rate', order, { stars: 3 });
    expect((await ratingsOf(order)).map(({ closingNo, stars }) => [closingNo, stars])).toEqual([
      [0, 5],
      [1, 3],
    ]);
  });

  it('of one or two stars asks for a call-back, of three does not', async () => {
    const db = await community();
    const asked = async () =>
      (await listOrders(await db.as('chenchen'), { view: 'to_call_back' })).items.map((i) => i.code);
    const made: string[] = [];
    for (const stars of [1, 2, 3]) {
      const order = await anOrder(db, { state: 'awaiting_rating', drawn: false });
      await perform(db, order.holder, 'rate', order, { stars, reason: 'other' });
      made.push(order.code);
    }
    expect((await asked()).sort()).toEqual(made.slice(0, 2));
    await perform(db, 'chenchen', 'callback', { code: made[0] ?? '' });
    expect(await asked()).toEqual([made[1]]);
  });

  it('is not for who typed, verified or handled it', async () => {
    const order = await fresh('awaiting_rating');
    for (const who of ['gaofeng', 'zhengshucheng', 'limin', 'chenchen']) {
      await expect(perform(c(), who, 'rate', order), who).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('of a grid worker’s own report is taken away by having handled it', async () => {
    c().clock.set(start);
    const made = await submitOrder(await c().as('zhaoqiang'), {
      item: '0802',
      words: '巡查发现有车堵门。',
      place: { areaCode: '320371003208005-05' },
      channel: 'patrol',
      clientId: 'patrol-0001',
    });
    await perform(c(), 'limin', 'assign', made, { handler: { person: 'zhaoqiang' } });
    await perform(c(), 'zhaoqiang', 'sign', made);
    await perform(c(), 'zhaoqiang', 'submit_evidence', made);
    await perform(c(), 'zhengshucheng', 'pass', made);
    await expect(perform(c(), 'zhaoqiang', 'rate', made)).rejects.toMatchObject({ reason: 'order.barred.handled' });
    await perform(c(), 'chenchen', 'callback', made);
  });
});

describe('a code in the hands of somebody signed in', () => {
  /** In a browser without a staff session, where codes may rate at all. */
  const withCode = async (who: string, order: Made) => {
    const actor = { ...(await c().actor(who)), sessionKind: 'volunteer' as const };
    return c().ctx(await openByCode(c().ctx(actor), { code: order.queryCode }));
  };

  it('does not rate for whoever handled, verified or typed it', async () => {
    const order = await fresh('awaiting_rating', { holder: 'volunteer' });
    const typed = await submitted(
      c(),
      { channel: 'representative', proxy: { knownBy: 'in_person', consentAt: '2024-01-15T08:50:00+08:00' } },
      { actor: await c().actor('sunxiuying') },
    );
    for (const [who, action] of [
      ['limin', 'assign'],
      ['gaofeng', 'sign'],
      ['gaofeng', 'submit_evidence'],
      ['zhengshucheng', 'pass'],
    ] as const) {
      await perform(c(), who, action, typed);
    }
    for (const [who, made, bar] of [
      ['liuyang', order, 'handled'],
      ['zhengshucheng', order, 'verified'],
      ['sunxiuying', typed, 'proxy'],
    ] as const) {
      const ctx = await withCode(who, made);
      expect((await getOrder(ctx, { code: made.code })).abilities, who).not.toContain('rate');
      await expect(perform(c(), ctx, 'rate', made), who).rejects.toMatchObject({ reason: `order.barred.${bar}` });
      expect((await rowOf(c(), made)).status).toBe('awaiting_rating');
    }
    // Whoever else reads the code to them, and the requester without a login, may.
    await perform(c(), await withCode('mali', order), 'rate', order);
    await perform(c(), typed.holder, 'rate', typed);
  });
});

describe('call-back', () => {
  const nobody = { reached: false, solved: undefined, stars: undefined, words: '没人接。' };

  it('is for staff who neither handled, typed nor verified it', async () => {
    const order = await fresh('awaiting_rating');
    await expect(perform(c(), 'clerk-of-property', 'callback', order)).rejects.toMatchObject({
      reason: 'order.barred.handled',
    });
    await expect(perform(c(), 'gaofeng', 'callback', order)).rejects.toMatchObject({ code: 'forbidden' });
    const typed = await submitOrder(await c().as('chenchen'), {
      item: '0802',
      words: '老人说楼下有车堵门。',
      place: { areaCode: '320371003208005-05' },
      proxy: { knownBy: 'in_person', consentAt: '2024-01-15T08:50:00+08:00' },
      clientId: 'typed-by-chenchen',
    });
    for (const [who, action] of [
      ['limin', 'assign'],
      ['gaofeng', 'sign'],
      ['gaofeng', 'submit_evidence'],
      ['zhengshucheng', 'pass'],
    ] as const) {
      await perform(c(), who, action, typed);
    }
    await expect(perform(c(), 'chenchen', 'callback', typed)).rejects.toMatchObject({ reason: 'order.barred.proxy' });
    await expect(perform(c(), 'chenchen', 'rate', typed)).rejects.toMatchObject({ code: 'forbidden' });
    await perform(c(), 'second-clerk', 'callback', typed, { via: 'hall' });
    expect(await rowOf(c(), typed)).toMatchObject({ status: 'closed', closing: 'callback', ratedClosing: 0 });
    expect(await ratingsOf({ ...typed, holder: order.holder })).toMatchObject([
      { via: 'hall', solved: 'yes', stars: 4 },
    ]);
  });

  it('leaves the resident their own rating, once, and the last valid answer counts', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'awaiting_rating' });
    const { communityCode: area } = await rowOf(db, order);
    const counted = async () => {
      const from = at('2024-01-01T00:00:00');
      const all = await rateCounts(db.engine.reader, { area, from, to: from + 90 * 86_400_000, sealed: true });
      return { ...all.answers, own: all.ownAnswers };
    };
    await perform(db, 'chenchen', 'callback', order, { via: 'hall', solved: 'yes', stars: 5 });
    expect(await rowOf(db, order)).toMatchObject({ closing: 'callback', ratedClosing: 0 });
    expect(await counted()).toMatchObject({ solvedYes: 1, solvedPartly: 0, stars: { 5: 1, 3: 0 }, own: 0 });
    db.clock.advance(86_400_000);
    expect((await getOrder(order.holder, { code: order.code })).abilities).toContain('rate');
    await perform(db, order.holder, 'rate', order, { solved: 'partly', stars: 3 });
    expect(await rowOf(db, order)).toMatchObject({ closing: 'rated', ratedClosing: 1 });
    expect(await counted()).toMatchObject({ solvedYes: 0, solvedPartly: 1, stars: { 5: 0, 3: 1 }, own: 1 });
    await expect(perform(db, order.holder, 'rate', order)).rejects.toMatchObject({ reason: 'order.already_rated' });
    await perform(db, 'chenchen', 'callback', order, { via: 'visit', solved: 'yes', stars: 4 });
    expect(await rowOf(db, order)).toMatchObject({ closing: 'callback', ratedClosing: 1 });
    expect(await counted()).toMatchObject({ solvedYes: 1, solvedPartly: 0, stars: { 4: 1, 3: 0 } });
    // A call does not give a second rating of the same closing.
    await expect(perform(db, order.holder, 'rate', order)).rejects.toMatchObject({ reason: 'order.already_rated' });
  });

  it('by the secretary who verified it is refused', async () => {
    c().clock.set(start);
    const order = await anOrder(c(), { state: 'awaiting_verification' });
    c().clock.set(at('2024-01-18T09:00:00'));
    await perform(c(), 'shuji', 'pass', order);
    await expect(perform(c(), 'shuji', 'callback', order)).rejects.toMatchObject({ reason: 'order.barred.verified' });
  });

  it('that reaches nobody is counted and changes no state; three on two days are 无法回访', async () => {
    const order = await fresh('awaiting_rating');
    const tries: [string, boolean][] = [
      ['2024-01-15T10:00:00', false],
      ['2024-01-15T15:00:00', false],
      ['2024-01-15T17:00:00', false],
      ['2024-01-16T10:00:00', true],
    ];
    for (const [moment, unreachable] of tries) {
      c().clock.set(at(moment));
      const before = await rowOf(c(), order);
      await perform(c(), 'chenchen', 'callback', order, nobody);
      expect(await lastEvent(c(), order, 'order.called_back'), moment).toMatchObject({ reached: false, unreachable });
      expect(await rowOf(c(), order)).toMatchObject({
        status: 'awaiting_rating',
        ratedClosing: 0,
        ratingUntil: before.ratingUntil,
        dueAt: before.dueAt,
      });
    }
    // The window runs on, and the resident may still rate.
    await perform(c(), order.holder, 'rate', order);
    expect((await rowOf(c(), order)).closing).toBe('rated');
  });

  it('on two days needs three tries, not two', async () => {
    const order = await fresh('awaiting_rating');
    for (const moment of ['2024-01-15T10:00:00', '2024-01-16T10:00:00']) {
      c().clock.set(at(moment));
      await perform(c(), 'chenchen', 'callback', order, nobody);
      expect(await lastEvent(c(), order, 'order.called_back')).toMatchObject({ unreachable: false });
    }
  });

  it('with no as the answer reopens, also what was closed', async () => {
    for (const state of ['awaiting_rating', 'closed'] as const) {
      const order = await fresh(state);
      await perform(c(), 'chenchen', 'callback', order, { solved: 'no', stars: 1 });
      expect(await rowOf(c(), order)).toMatchObject({ status: 'submitted', reopenCount: 1, closing: null });
    }
  });

  it('that reached somebody carries their answer', async () => {
    const order = await fresh('awaiting_rating');
    await expect(perform(c(), 'chenchen', 'callback', order, { solved: undefined })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(perform(c(), 'chenchen', 'callback', order, { stars: undefined })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await ratingsOf(order)).toEqual([]);
  });
});

describe('the clock', () => {
  it('closes what is over and nothing else, and a second run finds nothing', async () => {
    const db = await community();
    const [waiting, asked] = [
      await anOrder(db, { state: 'awaiting_rating' }),
      await anOrder(db, { state: 'need_info' }),
    ];
    const system = db.ctx({ kind: 'system', name: 'clock' });
    expect(await closeDueOrders(system)).toBe(0);
    const { needInfoUntil } = await rowOf(db, asked);
    // Asked before the office opened: three whole working days, the third of which ends at 18:00.
    expect(needInfoUntil).toBe(at('2024-01-17T18:00:00'));
    db.clock.set((needInfoUntil ?? 0) - 1);
    expect(await closeDueOrders(system)).toBe(0);
    db.clock.advance(1);
    expect(await closeDueOrders(system)).toBe(1);
    expect(await rowOf(db, asked)).toMatchObject({
      status: 'closed',
      outcome: 'no_info',
      closing: 'no_info',
      needInfoUntil: null,
    });
    await expect(perform(db, asked.holder, 'rate', asked)).rejects.toMatchObject({ reason: 'order.nothing_to_rate' });
    await perform(db, asked.holder, 'reopen', asked);
    db.clock.set((await rowOf(db, waiting)).ratingUntil ?? 0);
    expect(await closeDueOrders(system)).toBe(1);
    expect(await closeDueOrders(system)).toBe(0);
  });
});
