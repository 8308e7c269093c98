import { beforeAll, describe, expect, it } from 'vitest';
import { countOrders } from '@/lib/orders/queries/count-orders';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listPoolAsOrders } from '@/lib/orders/queries/list-pool';
import type { ListOrdersInput } from '@/lib/orders/question-input';
import { orderViews } from '@/lib/orders/status';
import { community, sharedCommunity } from '@/tests/support/community';
import { anOrder, type Made, perform, placeInC, rowOf, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const at = (text: string) => Date.parse(`${text}:00+08:00`);
const staff = [
  'limin',
  'jiedao',
  'chenchen',
  'shuji',
  'zhengshucheng',
  'gaofeng',
  'zhaoqiang',
  'liuyang',
  'dujuan',
  'auditor',
  'admin',
  'clerk-of-property',
  'zhoujianguo',
];

/** All codes of a list, gathered page by page. */
async function paged(who: string, input: ListOrdersInput): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listOrders(await c().as(who), { ...input, limit: 3, cursor });
    codes.push(...page.items.map((item) => item.code));
    if (!page.nextCursor) return codes;
    cursor = page.nextCursor;
  }
}

describe('the queue of those who dispatch', () => {
  let atStreet: Made;
  let atCommunity: Made;

  beforeAll(async () => {
    c().clock.set(at('2024-01-15T08:30'));
    for (const state of [
      'need_info',
      'offered',
      'assigned',
      'in_progress',
      'awaiting_verification',
      'awaiting_rating',
      'closed',
    ] as const)
      await anOrder(c(), { state });
    atCommunity = await submitted(c());
    const declined = await anOrder(c(), { state: 'declined' });
    await perform(c(), declined.holder, 'appeal', declined);
    atStreet = declined;
    c().clock.set(at('2024-01-15T11:30'));
    await submitted(c(), { confidential: true });
  });

  it('is what each of them can dispatch: the street its own level, the community the rest', async () => {
    expect((await rowOf(c(), atStreet)).level).toBe('street');
    const queue = (who: string) => paged(who, { view: 'to_dispatch' });
    expect(await queue('limin')).toContain(atCommunity.code);
    expect(await queue('limin')).not.toContain(atStreet.code);
    expect(await queue('jiedao')).toEqual([atStreet.code]);
    for (const who of staff) {
      const seen = (await listOrders(await c().as(who), { status: 'submitted', limit: 200 })).items;
      const dispatchable = seen.filter(({ abilities }) => abilities?.includes('decline'));
      expect((await queue(who)).sort(), who).toEqual(dispatchable.map(({ code }) => code).sort());
    }
  });

  it('counts what its lists hold, for whoever looks', async () => {
    for (const moment of ['2024-01-15T11:30', '2024-01-16T09:00']) {
      c().clock.set(at(moment));
      for (const who of staff) {
        const many = async (input: ListOrdersInput) => (await paged(who, input)).length;
        expect(await countOrders(await c().as(who)), `${who} ${moment}`).toEqual({
          overdue: await many({ view: 'overdue' }),
          dueSoon: await many({ view: 'due_soon' }),
          toDispatch: await many({ view: 'to_dispatch' }),
          inProgress: await many({ status: 'offered,assigned,in_progress' }),
          toVerify: await many({ status: 'awaiting_verification' }),
          closedToday: await many({ view: 'closed_today' }),
        });
        expect(await paged(who, { due: 'over' }), who).toEqual(await paged(who, { view: 'overdue' }));
        expect(await paged(who, { due: 'soon' }), who).toEqual(await paged(who, { view: 'due_soon' }));
      }
    }
    expect((await countOrders(await c().as('limin'))).overdue).toBeGreaterThan(0);
  });

  it('has no counters for who is not signed in', async () => {
    await expect(countOrders(c().ctx({ kind: 'anonymous' }))).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('the bar of a row', () => {
  const usedOf = async (who: string, order: Made) => {
    const { items } = await listOrders(await c().as(who), { q: order.code });
    return items[0]?.used ?? null;
  };
  const from = async (moment: string, input: Parameters<typeof submitted>[1]) => {
    c().clock.set(at(moment));
    return submitted(c(), input);
  };
  /** Of the limit, used at a moment. */
  const share = async (order: Made, moment: string, who = 'limin') => {
    c().clock.set(at(moment));
    return usedOf(who, order);
  };

  it('does not run at night or at the weekend where the limit counts working time', async () => {
    // 4 wh from Friday 16:00: 120 minutes that day, then Monday until 10:30.
    const order = await from('2024-01-12T16:00', {});
    expect(await share(order, '2024-01-12T17:00')).toBeCloseTo(0.25, 6);
    for (const moment of ['2024-01-12T18:00', '2024-01-12T23:00', '2024-01-14T12:00', '2024-01-15T08:30'])
      expect(await share(order, moment), moment).toBeCloseTo(0.5, 6);
    expect(await share(order, '2024-01-15T10:30')).toBeCloseTo(1, 6);
    expect(await share(order, '2024-01-15T11:30')).toBeCloseTo(1.25, 6);
  });

  it('runs day and night where the limit is one of clock time', async () => {
    // 0701, U2: accept within 30 minutes, on a Saturday night.
    const order = await from('2024-01-13T23:00', { item: '0701' });
    expect(await share(order, '2024-01-13T23:15')).toBeCloseTo(0.5, 6);
  });

  it('counts a question to the resident on working days', async () => {
    // 3 wd from Friday 16:00, that is until Wednesday 16:00.
    const order = await from('2024-01-12T16:00', {});
    await perform(c(), 'limin', 'ask_info', order);
    expect(await share(order, '2024-01-15T08:30')).toBeCloseTo(120 / 1440, 6);
    expect(await share(order, '2024-01-17T10:00')).toBeCloseTo((120 + 960 + 90) / 1440, 6);
  });

  it('begins anew with the dispatcher when an order was taken back', async () => {
    const order = await from('2024-01-15T08:30', {});
    await perform(c(), 'limin', 'assign', order);
    c().clock.set(at('2024-01-15T14:30'));
    await perform(c(), 'limin', 'recall', order);
    expect(await usedOf('limin', order)).toBe(0);
    expect(await share(order, '2024-01-15T16:30')).toBeCloseTo(0.5, 6);
  });

  it('is that of the milestone while it is nearer than the finish', async () => {
    // 0502, U1: on site within 30 minutes, made safe within 24 h.
    const order = await from('2024-01-13T23:00', { item: '0502' });
    c().clock.set(at('2024-01-13T23:05'));
    await perform(c(), 'gaofeng', 'sign', order);
    expect(await share(order, '2024-01-13T23:27')).toBeCloseTo(0.9, 6);
    await perform(c(), 'gaofeng', 'arrive', order);
    expect(await usedOf('limin', order)).toBeCloseTo(27 / 1440, 6);
  });

  it('counts accept, finish and verification on their own clocks, and nothing once the resident is asked', async () => {
    // 0601: accept 4 wh, finish 2 wd, verify 1 wd.
    const order = await from('2024-01-12T16:00', { item: '0601' });
    await perform(c(), 'limin', 'assign', order);
    expect(await share(order, '2024-01-14T12:00')).toBeCloseTo(0.5, 6);
    c().clock.set(at('2024-01-15T08:30'));
    await perform(c(), 'gaofeng', 'sign', order);
    expect(await usedOf('limin', order)).toBeCloseTo(120 / 960, 6);
    const missing = ['photo_before', 'photo_after'].map((kind) => ({ kind, reason: '手机坏了。' }));
    c().clock.set(at('2024-01-15T16:00'));
    await perform(c(), 'gaofeng', 'submit_evidence', order, { pieces: [], missing });
    expect(await share(order, '2024-01-16T08:30')).toBeCloseTo(0.25, 6);
    await perform(c(), 'zhengshucheng', 'pass', order, { waiver: '现场看过，确实已经办好了。' });
    expect(await usedOf('limin', order)).toBeNull();
  });
});

describe('what a list is asked for', () => {
  const found = async (input: ListOrdersInput, who = 'limin') =>
    (await listOrders(await c().as(who), { ...input, limit: 200 })).items.map((item) => item.code);

  it('is found in small and in capital letters alike', async () => {
    const order = await submitted(c(), { words: '车位 Zone-B 的 Wi-Fi 断了，É 号机' });
    for (const q of ['zone-b', 'ZONE-B', 'wI-fI', 'Wi-Fi 断', 'É 号'])
      expect(await found({ q }), q).toContain(order.code);
    expect(await found({ q: 'zone-c' })).not.toContain(order.code);
    expect(await found({ q: order.code.toLowerCase() })).toEqual([order.code]);
  });

  it('is a number as people say it: whole, its end, its middle, with and without dash and spaces', async () => {
    const [order, other] = [await submitted(c()), await submitted(c())];
    const [front = '', serial = ''] = order.code.split('-');
    const wide = order.code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    for (const q of [
      order.code,
      order.code.toLowerCase(),
      front + serial,
      `${front} ${serial}`,
      `${front}—${serial}`,
      wide,
    ])
      expect(await found({ q }), q).toEqual([order.code]);
    for (const q of [
      serial,
      serial.slice(-3),
      front.slice(-2) + serial,
      `${front.slice(-4)}-${serial}`,
      `${front.slice(2)}${serial}`,
      wide.slice(-4),
    ])
      expect(await found({ q }), q).toContain(order.code);
    for (const q of [serial, front.slice(-2) + serial]) expect(await found({ q }), q).not.toContain(other.code);
    for (const q of [front.slice(2, -1), front, front.slice(0, 2)])
      expect(await found({ q }), q).toEqual(expect.arrayContaining([order.code, other.code]));
    for (const q of [`${front}-9999`, '％', `${serial}9`, '01']) expect(await found({ q }), q).toEqual([]);
  });

  it('of few digits is the serial or the end of a phone, and not every order of a day', async () => {
    const contact = { phone: '10081230115' };
    c().clock.set(at('2024-01-15T08:30'));
    const [plain, called] = [await submitted(c()), await submitted(c(), { contact })];
    const [front = ''] = plain.code.split('-');
    expect(front.slice(-4)).toBe('0115');
    const byTail = await found({ q: '0115' });
    expect(byTail).toContain(called.code);
    expect(byTail).not.toContain(plain.code);
    for (const q of ['115', '1', '15']) expect(await found({ q }), q).not.toContain(plain.code);
    for (const q of ['01-15', '2024-01-15', '40115', `15-${plain.code.split('-')[1]}`])
      expect(await found({ q }), q).toContain(plain.code);
  });

  it('may not hold a character that cannot be stored', async () => {
    for (const name of ['q', 'area', 'item', 'assignee', 'branch', 'status', 'cursor'] as const)
      for (const read of [listOrders, listPoolAsOrders])
        await expect(read(await c().as('liuyang'), { [name]: '\u0000' }), name).rejects.toMatchObject({
          code: 'invalid',
        });
    await expect(getOrder(await c().as('limin'), { code: '\u0000' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('names a handler by unit, by id, or by account', async () => {
    const db = await community();
    const order = await anOrder(db, { state: 'in_progress' });
    const by = async (assignee: string) =>
      (await listOrders(await db.as('limin'), { assignee })).items.map((item) => item.code);
    for (const assignee of ['PL-PROP', 'gaofeng', 'GaoFeng', db.idOf('gaofeng')])
      expect(await by(assignee), assignee).toEqual([order.code]);
    for (const assignee of ['PL-SANI', 'liuyang', 'nobody']) expect(await by(assignee), assignee).toEqual([]);
  });

  it('says of every view the same, whichever the size of its pages', async () => {
    for (const view of orderViews) {
      const whole = await found({ view });
      expect(await paged('limin', { view }), view).toEqual(whole);
    }
  });
});

describe('the pool as a list', () => {
  it('has pages, a size and filters, of what a card shows and no more', async () => {
    const db = await community();
    const offered: string[] = [];
    for (let n = 0; n < 7; n++) {
      db.clock.advance(60_000);
      const order = await submitted(db, { words: '树枝挡路', place: placeInC, ...(n === 3 ? { item: '0801' } : {}) });
      const skills = n === 5 ? ['plumbing_electric'] : [];
      if ((await rowOf(db, order)).status === 'submitted') await perform(db, 'limin', 'offer', order, { skills });
      else await perform(db, 'limin', 'reassign', order, { handler: undefined, offer: { cells: 'own', skills } });
      offered.push(order.code);
    }
    const pool = async (who: string, input: ListOrdersInput = {}) => listPoolAsOrders(await db.as(who), input);
    const codes = async (who: string, input: ListOrdersInput = {}) =>
      (await pool(who, input)).items.map((item) => item.code);
    const whole = await codes('plumber');
    expect([...whole].sort()).toEqual([...offered].sort());
    expect(await codes('liuyang')).toEqual(whole.filter((code) => code !== offered[5]));
    for (const limit of [1, 2, 3]) {
      const pages: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await pool('liuyang', { limit, cursor });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        pages.push(...page.items.map((item) => item.code));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(pages, `by ${limit}`).toEqual(await codes('liuyang'));
    }
    expect(await codes('liuyang', { item: '0801' })).toEqual([offered[3]]);
    expect(await codes('liuyang', { area: '320371003208005' })).toHaveLength(6);
    for (const q of [offered[0]?.toLowerCase(), offered[0]?.slice(-4)])
      expect(await codes('liuyang', { q }), q).toEqual([offered[0]]);
    expect(await codes('liuyang', { status: 'assigned' })).toEqual([]);
    // The building and the words are not on the card, so no filter answers for them.
    for (const hidden of [{ area: placeInC.areaCode }, { q: '树枝' }])
      expect(await codes('liuyang', hidden)).toEqual([]);
    await expect(pool('liuyang', { limit: 201 })).rejects.toMatchObject({ code: 'invalid' });
    await expect(pool('liuyang', { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
    expect((await pool('liuyang')).items[0]).toMatchObject({ abilities: ['claim'], excerpt: null });
  });
});
