import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Context, HolderActor } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { rateOrder } from '@/lib/orders/commands/rate-order';
import { linkForRating } from '@/lib/orders/handlers';
import { getOrder } from '@/lib/orders/queries/get-order';
import { openByCode } from '@/lib/orders/queries/open-by-code';
import { linkTokenOf } from '@/lib/orders/secrets';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, eventsOf, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
let addresses = 0;
const from = (address = `192.0.2.${++addresses}`) => c().ctx({ kind: 'anonymous' }, { caller: { address } });
const phone = '10081234567';

afterEach(() => {
  vi.useRealTimers();
});

describe('the query code', () => {
  it('opens the resident’s side, however it was copied', async () => {
    const order = await submitted(c());
    expect(order.queryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    const { id } = await rowOf(c(), order);
    const spaced = `${order.queryCode.slice(0, 5)} - ${order.queryCode.slice(5)}`;
    for (const typed of [
      order.queryCode,
      order.queryCode.toLowerCase(),
      spaced,
      order.queryCode.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      expect(await openByCode(from(), { code: typed }), typed).toEqual({
        kind: 'holder',
        orderId: id,
        staffBrowser: false,
      });
    }
  });

  it('that does not exist and one that is cut say the same, and guessing is stopped', async () => {
    const ctx = from();
    for (const code of ['ZZZZZZZZZZ', 'ZZZZ', 'PL20240115-9999']) {
      await expect(openByCode(ctx, { code, phoneTail: '0000' })).rejects.toMatchObject({
        code: 'not_found',
        reason: 'order.code_unknown',
      });
    }
    for (let i = 1; i < 30; i++) await openByCode(ctx, { code: 'ZZZZZZZZZZ' }).catch(() => null);
    await expect(openByCode(ctx, { code: 'ZZZZZZZZZZ' })).rejects.toMatchObject({
      code: 'too_many',
      reason: 'throttle.lookup',
    });
  });

  it('is nowhere in what staff, history or list show', async () => {
    const order = await anOrder(c(), { state: 'assigned' });
    for (const who of ['limin', 'gaofeng']) {
      expect(JSON.stringify(await getOrder(await c().as(who), { code: order.code })), who).not.toContain(
        order.queryCode,
      );
    }
    expect(JSON.stringify([await eventsOf(c(), order), await rowOf(c(), order)])).not.toContain(order.queryCode);
  });

  it('of an anonymous order opens nothing without its PIN, which is said', async () => {
    const [order, other] = [await submitted(c(), { anonymous: true }), await submitted(c(), { anonymous: true })];
    const { id } = await rowOf(c(), order);
    const ctx = from();
    for (let i = 0; i < 8; i++) {
      // To ask without one is no guess.
      await expect(openByCode(ctx, { code: order.queryCode })).rejects.toMatchObject({
        code: 'forbidden',
        reason: 'order.pin_needed',
      });
    }
    await expect(openByCode(ctx, { code: order.queryCode, pin: '' })).rejects.toMatchObject({
      reason: 'order.pin_needed',
    });
    await expect(openByCode(ctx, { code: order.queryCode, pin: other.pin })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'order.pin_wrong',
    });
    expect(await openByCode(ctx, { code: order.queryCode, pin: order.pin })).toMatchObject({ orderId: id });
    // Whom the transport let in before is let in to that order and to no other.
    expect(await openByCode(ctx, { code: order.queryCode }, { letInTo: id })).toMatchObject({ orderId: id });
    await expect(openByCode(ctx, { code: other.queryCode }, { letInTo: id })).rejects.toMatchObject({
      reason: 'order.pin_needed',
    });
  });

  it('with a wrong PIN counts together with the number: five in all, whichever way', async () => {
    const order = await submitted(c(), { anonymous: true });
    const ctx = from();
    const pin = order.pin === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++) {
      const code = i % 2 ? order.code : order.queryCode;
      await expect(openByCode(ctx, { code, pin })).rejects.toMatchObject({
        reason: i % 2 ? 'order.code_unknown' : 'order.pin_wrong',
      });
    }
    for (const code of [order.code, order.queryCode]) {
      await expect(openByCode(ctx, { code, pin: order.pin })).rejects.toMatchObject({
        code: 'too_many',
        reason: 'throttle.pin',
        details: { retryAfterSeconds: 900 },
      });
    }
    expect(await openByCode(from(), { code: order.queryCode, pin: order.pin })).toMatchObject({ kind: 'holder' });
  });

  it('has its tries counted also where a demo is run without limits of visits', async () => {
    vi.stubEnv('NO_LIMITS', '1');
    await changeSetting(c().ctx(), { key: 'demo', value: true });
    const order = await submitted(c(), { anonymous: true });
    const pin = order.pin === '000000' ? '000001' : '000000';
    const ctx = from();
    const wrong = () => openByCode(ctx, { code: order.queryCode, pin });
    for (let i = 0; i < 5; i++) await expect(wrong()).rejects.toMatchObject({ reason: 'order.pin_wrong' });
    await expect(wrong()).rejects.toMatchObject({ reason: 'throttle.pin', details: { retryAfterSeconds: 900 } });
    await changeSetting(c().ctx(), { key: 'demo', value: false });
    vi.unstubAllEnvs();
  });

  it('gives one order, and none of its neighbours', async () => {
    const [mine, other] = [await submitted(c()), await submitted(c())];
    expect((await getOrder(mine.holder, { code: other.code })).code).toBe(mine.code);
    await perform(c(), mine.holder, 'note', other);
    expect(await eventsOf(c(), other)).toHaveLength(1);
  });
});

describe('the order number', () => {
  it('opens with the last four digits of its phone, and with nothing else', async () => {
    const order = await submitted(c(), { contact: { phone } });
    const { id } = await rowOf(c(), order);
    expect(await openByCode(from(), { code: order.code.toLowerCase(), phoneTail: '4567' })).toMatchObject({
      orderId: id,
    });
    for (const secret of [{}, { phoneTail: '' }, { phoneTail: '4568' }, { pin: '004567' }]) {
      await expect(openByCode(from(), { code: order.code, ...secret })).rejects.toMatchObject({
        reason: 'order.code_unknown',
      });
    }
  });

  it('of an order without a phone opens with nothing', async () => {
    const order = await submitted(c(), { contact: undefined });
    await expect(openByCode(from(), { code: order.code, phoneTail: '' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(openByCode(from(), { code: order.code, phoneTail: 'null' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of an anonymous order needs its PIN; the phone does not open it', async () => {
    const order = await submitted(c(), { anonymous: true, contact: { phone } });
    expect(order.pin).toMatch(/^\d{6}$/);
    await expect(openByCode(from(), { code: order.code, phoneTail: '4567' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await openByCode(from(), { code: order.code, pin: order.pin })).toMatchObject({ kind: 'holder' });
    const other = await submitted(c(), { anonymous: true });
    await expect(openByCode(from(), { code: other.code, pin: order.pin })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('closes for 15 minutes after five wrong PINs, for that number and address', async () => {
    const order = await submitted(c(), { anonymous: true });
    const ctx = from();
    const wrong = order.pin === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++) {
      await expect(openByCode(ctx, { code: order.code, pin: wrong })).rejects.toMatchObject({ code: 'not_found' });
    }
    const right = { code: order.code, pin: order.pin };
    await expect(openByCode(ctx, right)).rejects.toMatchObject({
      code: 'too_many',
      reason: 'throttle.pin',
      details: { retryAfterSeconds: 900 },
    });
    expect(await openByCode(from(), right)).toMatchObject({ kind: 'holder' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 - 2000 });
    await expect(openByCode(ctx, right)).rejects.toMatchObject({ code: 'too_many' });
    vi.setSystemTime(Date.now() + 3000);
    expect(await openByCode(ctx, right)).toMatchObject({ kind: 'holder' });
  });

  it('forgets four wrong PINs after a right one, and counts those sent at once one by one', async () => {
    const order = await submitted(c(), { anonymous: true });
    const ctx = from();
    const wrong = order.pin === '000000' ? '000001' : '000000';
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await openByCode(ctx, { code: order.code, pin: wrong }).catch(() => null);
      expect(await openByCode(ctx, { code: order.code, pin: order.pin })).toMatchObject({ kind: 'holder' });
    }
    const guesses = Array.from({ length: 40 }, () =>
      openByCode(ctx, { code: order.code, pin: wrong }).catch((e: Error) => e.message),
    );
    const said = await Promise.all(guesses);
    expect(said.filter((reason) => reason === 'order.code_unknown')).toHaveLength(5);
    expect(said.filter((reason) => reason === 'throttle.pin')).toHaveLength(35);
  });
});

describe('from a browser with a staff session', () => {
  it('no code rates, reopens, withdraws or appeals; a note and a nudge go through', async () => {
    const limin = await c().as('limin');
    const cases = [
      ['awaiting_rating', 'rate'],
      ['closed', 'reopen'],
      ['submitted', 'withdraw'],
      ['declined', 'appeal'],
    ] as const;
    for (const [state, action] of cases) {
      const order = await anOrder(c(), { state });
      const holder = await openByCode(limin, { code: order.queryCode });
      expect(holder.staffBrowser).toBe(true);
      await expect(perform(c(), c().ctx(holder), action, order), action).rejects.toMatchObject({
        code: 'rule',
        reason: 'order.staff_browser',
      });
    }
    const order = await submitted(c());
    const holder = await openByCode(limin, { code: order.queryCode });
    await perform(c(), c().ctx(holder), 'note', order);
    await perform(c(), c().ctx(holder), 'nudge', order);
  });

  it('is not that of a resident who is signed in', async () => {
    const order = await submitted(c());
    const resident: Context = c().ctx({ ...(await c().actor('zhoujianguo')), sessionKind: 'resident' });
    expect(await openByCode(resident, { code: order.queryCode })).toMatchObject({ staffBrowser: false });
  });
});

describe('the link of a message', () => {
  async function linked(): Promise<{ order: Made; token: string; open: () => Promise<HolderActor> }> {
    const order = await anOrder(c(), { state: 'awaiting_rating' });
    const { id, lastSeq } = await rowOf(c(), order);
    await linkForRating(c().ctx(), { orderId: id, seq: lastSeq });
    // A repeated message makes no second link.
    await linkForRating(c().ctx(), { orderId: id, seq: lastSeq });
    const token = linkTokenOf(id, 'rate', String(lastSeq));
    return { order, token, open: () => openByCode(from(), { code: token }) };
  }

  it('rates once; opening does not use it up, sending does', async () => {
    const { order, open } = await linked();
    const [first, second] = [await open(), await open()];
    expect((await getOrder(c().ctx(first), { code: '' })).code).toBe(order.code);
    await perform(c(), c().ctx(first), 'rate', order);
    await expect(open()).rejects.toMatchObject({ reason: 'order.code_unknown' });
    // The page that was opened before cannot reopen the matter by the same link.
    await expect(perform(c(), c().ctx(second), 'rate', order)).rejects.toMatchObject({ reason: 'order.already_rated' });
  });

  it('that was used gives again the answer of the write that used it, and opens nothing else', async () => {
    const { order, token, open } = await linked();
    const clientId = newId();
    const { version } = await rowOf(c(), order);
    const sent = { code: order.code, version, clientId, solved: 'yes', stars: 5 } as const;
    const first = await rateOrder(c().ctx(await open()), sent);
    const before = await eventsOf(c(), order);
    const again = () => openByCode(from(), { code: token, clientId });
    expect(await rateOrder(c().ctx(await again()), sent)).toEqual(first);
    await expect(rateOrder(c().ctx(await again()), { ...sent, stars: 3 })).rejects.toMatchObject({
      reason: 'request.key_reused',
    });
    await expect(rateOrder(c().ctx(await again()), { ...sent, clientId: newId() })).rejects.toMatchObject({
      reason: expect.stringMatching(/^order\./),
    });
    for (const key of [undefined, '', newId()]) {
      await expect(openByCode(from(), { code: token, clientId: key })).rejects.toMatchObject({
        reason: 'order.code_unknown',
      });
    }
    expect(await eventsOf(c(), order)).toEqual(before);
  });

  it('opens an anonymous order for its one action, without the PIN', async () => {
    const order = await anOrder(c(), { state: 'awaiting_rating', anonymous: true });
    const { id, lastSeq } = await rowOf(c(), order);
    await linkForRating(c().ctx(), { orderId: id, seq: lastSeq });
    const holder = await openByCode(from(), { code: linkTokenOf(id, 'rate', String(lastSeq)) });
    await perform(c(), c().ctx(holder), 'rate', order);
    expect((await rowOf(c(), order)).status).toBe('closed');
  });

  it('does one action and no other', async () => {
    const { order, open } = await linked();
    const ctx = c().ctx(await open());
    for (const action of ['note', 'nudge'] as const) {
      await expect(perform(c(), ctx, action, order), action).rejects.toMatchObject({
        code: 'rule',
        reason: 'order.link_used',
      });
    }
    await perform(c(), ctx, 'rate', order);
  });

  it('is used once by two who send at once', async () => {
    const { order, open } = await linked();
    const pages = await Promise.all([open(), open(), open(), open()]);
    const version = (await rowOf(c(), order)).version;
    const sent = await Promise.all(
      pages.map((page) =>
        perform(c(), c().ctx(page), 'rate', order, { version }).then(
          () => 'rated',
          (e: Error) => e.message,
        ),
      ),
    );
    expect(sent.filter((answer) => answer === 'rated')).toHaveLength(1);
    expect((await eventsOf(c(), order)).filter((event) => event.type === 'order.rated')).toHaveLength(1);
  });

  it('ends with the rating window, also for a page that is open', async () => {
    const start = c().clock.now();
    const { order, open } = await linked();
    const page = await open();
    c().clock.set((await rowOf(c(), order)).ratingUntil ?? 0);
    await expect(open()).rejects.toMatchObject({ code: 'not_found' });
    await expect(perform(c(), c().ctx(page), 'rate', order)).rejects.toMatchObject({ reason: 'order.link_used' });
    expect((await rowOf(c(), order)).status).toBe('awaiting_rating');
    c().clock.set(start);
  });

  it('with a changed letter opens nothing', async () => {
    const { token } = await linked();
    const other = (token[0] === '0' ? '1' : '0') + token.slice(1);
    await expect(openByCode(from(), { code: other })).rejects.toMatchObject({ code: 'not_found' });
  });
});
