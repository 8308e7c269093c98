import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { setCalendarDay } from '@/lib/calendar/commands/set-calendar-day';
import { newId } from '@/lib/kernel/ids';
import { askSuspension } from '@/lib/orders/commands/ask-suspension';
import { recomputeClocks } from '@/lib/orders/commands/recompute-clocks';
import { refuseSuspension } from '@/lib/orders/commands/refuse-suspension';
import { resumeDueOrders } from '@/lib/orders/commands/resume-due-orders';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { orderAsks } from '@/lib/orders/queries/order-asks';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { claimQuotaKey } from '@/lib/orders/quota';
import { orderSuspension } from '@/lib/orders/tables';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, eventsOf, lastEvent, type Made, perform, quota, rowOf } from '@/tests/support/orders';
import { clockSteps } from './clock-steps';

const c = sharedCommunity();
const { at, said, clocksOf, sentAt, then } = clockSteps(c);
const clock = () => c().ctx({ kind: 'system', name: 'clock' });
const signers: Record<string, string> = { 'PL-PROP': 'gaofeng', 'DHS-UTIL': 'gongshui' };
const waits = '等厂家的水泵到货。';

/** In the firm's hands: sent, assigned and signed in the same minute. */
async function inHand(moment: string, item: string, more = {}): Promise<Made> {
  const order = await sentAt(moment, { item, ...more });
  if ((await rowOf(c(), order)).status === 'submitted') await perform(c(), 'limin', 'assign', order);
  const { assigneeUnit } = await rowOf(c(), order);
  await perform(c(), signers[assigneeUnit ?? ''] ?? 'chengguan', 'sign', order, {});
  return order;
}
const suspend = (moment: string, order: Made, resumeOn: string, more = {}) =>
  then(moment, 'limin', 'suspend', order, { reason: waits, resumeOn, ...more });
const finishOf = async (order: Made) => said((await rowOf(c(), order)).finishBy);
const suspensionsOf = async (order: Made) =>
  c()
    .engine.reader.select()
    .from(orderSuspension)
    .where(eq(orderSuspension.orderId, (await rowOf(c(), order)).id))
    .orderBy(orderSuspension.id);

describe('a suspension', () => {
  it('stops the finish alone, is due on its day, and moves the finish by the working time that it lay', async () => {
    // 1503: 3 wd from Monday 2024-01-15 08:30 is Wednesday 18:00.
    const order = await inHand('2024-01-15T08:30', '1503');
    const accept = (await rowOf(c(), order)).acceptBy;
    await suspend('2024-01-16T11:00', order, '2024-01-22');
    const held = await rowOf(c(), order);
    expect(held).toMatchObject({ status: 'suspended', suspendedAt: at('2024-01-16T11:00'), acceptBy: accept });
    expect([held.finishBy, held.resumeAt, held.dueAt].map(said)).toEqual([
      '2024-01-17T18:00',
      '2024-01-22T08:30',
      '2024-01-22T08:30',
    ]);
    c().clock.set(at('2024-01-22T08:29'));
    expect(await resumeDueOrders(clock())).toBe(0);
    c().clock.set(at('2024-01-22T08:30'));
    expect(await resumeDueOrders(clock())).toBe(1);
    // It lay Tue 11:00–12:00 and 13:30–18:00 (330), Wed, Thu, Fri (1440): 1770 minutes. From Wed 18:00: Thu, Fri, Mon
    // (1440), then Tue 210 in the morning and 120 after 13:30.
    const row = await rowOf(c(), order);
    expect([row.finishBy, row.dueAt].map(said)).toEqual(['2024-01-23T15:30', '2024-01-23T15:30']);
    expect(row).toMatchObject({ status: 'in_progress', suspendedAt: null, resumeAt: null, acceptBy: accept });
    expect((await clocksOf(order)).at(-1)?.why[0]?.key).toBe('clock.why.suspended');
  });

  it('over Spring Festival 2024 counts its worked Sundays and none of its days off', async () => {
    // Friday 2024-02-02 08:30 + 3 wd: Fri, Sunday 4 (worked), Mon 5: due Mon 18:00.
    const order = await inHand('2024-02-02T08:30', '1503');
    expect(await finishOf(order)).toBe('2024-02-05T18:00');
    // Suspended from Sunday 4 February 15:00 to Sunday 18 February (worked): 180 + Mon–Fri 2400 = 2580 minutes, none of
    // the 10th to 17th. From Mon 5 18:00: Tue–Fri 1920 → Fri 9 18:00, 660 left: Sun 18 480 → 180 left: Mon 19 11:30.
    await suspend('2024-02-04T15:00', order, '2024-02-18');
    expect(said((await rowOf(c(), order)).resumeAt)).toBe('2024-02-18T08:30');
    c().clock.set(at('2024-02-18T08:31'));
    expect(await resumeDueOrders(clock())).toBe(1);
    expect(await finishOf(order)).toBe('2024-02-19T11:30');
  });

  it('of a day off goes on with the next working day, on the wall clock on that very day', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await suspend('2024-01-15T12:30', order, '2024-01-20');
    expect(said((await rowOf(c(), order)).resumeAt)).toBe('2024-01-22T08:30');
    // 0701, U2, 24 h on the wall: Monday 20:00 is due Tuesday 20:00; it lies from Mon 21:00 to Sat 08:30, 107.5 hours.
    const urgent = await inHand('2024-01-15T20:00', '0701');
    expect(await finishOf(urgent)).toBe('2024-01-16T20:00');
    await suspend('2024-01-15T21:00', urgent, '2024-01-20');
    expect(said((await rowOf(c(), urgent)).resumeAt)).toBe('2024-01-20T08:30');
    c().clock.set(at('2024-01-20T09:10'));
    expect(await resumeDueOrders(clock())).toBe(1);
    // The machine came forty minutes late, and that moves no promise.
    expect(await finishOf(urgent)).toBe('2024-01-21T07:30');
  });

  it('moves a milestone that is still to be met, and none that was', async () => {
    // 1203, U2: first look 1 wd, then 10 wd. Monday 08:30: look by Monday 18:00.
    const order = await inHand('2024-01-15T08:30', '1203');
    const before = await rowOf(c(), order);
    expect([before.milestoneBy, before.finishBy].map(said)).toEqual(['2024-01-15T18:00', '2024-01-26T18:00']);
    await suspend('2024-01-15T10:00', order, '2024-01-17');
    await then('2024-01-16T10:00', 'limin', 'resume', order);
    // A working day to the minute.
    const row = await rowOf(c(), order);
    expect([row.milestoneBy, row.finishBy].map(said)).toEqual(['2024-01-16T18:00', '2024-01-29T18:00']);
  });

  it('and an extension both move it, in their order', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await suspend('2024-01-15T13:30', order, '2024-01-18');
    await then('2024-01-16T13:30', 'limin', 'resume', order);
    expect(await finishOf(order)).toBe('2024-01-18T18:00');
    await then('2024-01-16T14:00', 'gaofeng', 'ask_extension', order, { reason: 'engineering_works', days: 2 });
    // What is asked for waits while it is suspended again.
    await suspend('2024-01-17T08:30', order, '2024-01-18');
    expect((await rowOf(c(), order)).extensionAskedAt).not.toBeNull();
    c().clock.set(at('2024-01-18T08:30'));
    await resumeDueOrders(clock());
    expect(await finishOf(order)).toBe('2024-01-19T18:00');
    await perform(c(), 'limin', 'grant_extension', order);
    expect(await finishOf(order)).toBe('2024-01-23T18:00');
    // Computed anew from the history it is the same; a day more off inside moves it by that day.
    const system = clock();
    expect(await recomputeClocks(system, { fromDate: '2024-01-15', toDate: '2024-01-15' })).toBe(0);
    const admin = await c().as('admin');
    const day = { date: '2024-01-22', name: '测试日', nameEn: 'Test day', source: 'test' };
    await setCalendarDay(admin, { ...day, kind: 'off', expected: null });
    await recomputeClocks(system, { fromDate: day.date, toDate: day.date });
    expect(await finishOf(order)).toBe('2024-01-24T18:00');
    await setCalendarDay(admin, { date: day.date, kind: null, expected: 'off' });
    await recomputeClocks(system, { fromDate: day.date, toDate: day.date });
    expect(await finishOf(order)).toBe('2024-01-23T18:00');
  });

  it('goes on a day later where its day becomes a holiday', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await suspend('2024-01-15T10:00', order, '2024-01-24');
    const day = { date: '2024-01-24', name: '测试日', nameEn: 'Test day', source: 'test' };
    await setCalendarDay(await c().as('admin'), { ...day, kind: 'off', expected: null });
    await recomputeClocks(clock(), { fromDate: day.date, toDate: day.date });
    const row = await rowOf(c(), order);
    expect([row.resumeAt, row.dueAt].map(said)).toEqual(['2024-01-25T08:30', '2024-01-25T08:30']);
    await setCalendarDay(await c().as('admin'), { date: day.date, kind: null, expected: 'off' });
    await recomputeClocks(clock(), { fromDate: day.date, toDate: day.date });
    expect(said((await rowOf(c(), order)).resumeAt)).toBe('2024-01-24T08:30');
  });

  it('is resumed once, by hand or by the clock in the same moment', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await suspend('2024-01-15T10:00', order, '2024-01-16');
    c().clock.set(at('2024-01-16T08:30'));
    const { version } = await rowOf(c(), order);
    await Promise.allSettled([
      resumeDueOrders(clock()),
      perform(c(), 'limin', 'resume', order, { version }),
      resumeDueOrders(clock()),
    ]);
    const resumed = (await eventsOf(c(), order)).filter(({ type }) => type === 'order.resumed');
    expect(resumed).toHaveLength(1);
    // Mon 10:00–12:00 and 13:30–18:00 are 390 minutes: Wed 18:00 becomes Thu 16:30.
    expect(await finishOf(order)).toBe('2024-01-18T16:30');
    expect((await suspensionsOf(order)).map(({ state }) => state)).toEqual(['over']);
    expect((await verifyHistory(c().engine.reader)).misfits).toEqual([]);
  });

  it('needs a reason and a day to come, and leaves the row as it was without', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    const before = await rowOf(c(), order);
    for (const resumeOn of ['2024-01-15', '2024-01-14', '2025-01-15']) {
      await expect(suspend('2024-01-15T09:00', order, resumeOn)).rejects.toMatchObject({ reason: 'order.resume_day' });
    }
    await expect(suspend('2024-01-15T09:00', order, '2024-02-30')).rejects.toMatchObject({ code: 'invalid' });
    const nothing = suspend('2024-01-15T09:00', order, '2024-01-20', { reason: '无' });
    await expect(nothing).rejects.toMatchObject({ code: 'invalid' });
    expect(await rowOf(c(), order)).toEqual(before);
  });

  it('gives a volunteer the hand free, and the order back', async () => {
    const order = await anOrder(c(), { state: 'in_progress', holder: 'volunteer' });
    const key = claimQuotaKey(c().idOf('liuyang'));
    const held = await quota(c(), key);
    await perform(c(), 'limin', 'suspend', order, { resumeOn: '2024-12-31' });
    expect(await quota(c(), key)).toBe(held - 1);
    await perform(c(), 'limin', 'resume', order);
    expect(await quota(c(), key)).toBe(held);
  });
});

describe('asking for a suspension', () => {
  it('is the handler’s, decided by somebody else, and answered with what is decided', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    const ask = async (who: string) =>
      askSuspension(await c().as(who), {
        code: order.code,
        clientId: newId(),
        reason: waits,
        plan: '月底前换新泵，二月初通水。',
        resumeOn: '2024-01-22',
      });
    await expect(ask('limin')).rejects.toMatchObject({ reason: 'order.not_for_you.ask_suspension' });
    const before = await rowOf(c(), order);
    await ask('gaofeng');
    expect(await rowOf(c(), order)).toMatchObject({
      status: 'in_progress',
      version: before.version,
      dueAt: before.dueAt,
    });
    await expect(ask('gaofeng')).rejects.toMatchObject({ reason: 'order.suspension_open' });
    const list = await listOrders(await c().as('limin'), { view: 'to_decide' });
    expect(list.items.find(({ code }) => code === order.code)?.asked).toEqual({ extension: false, suspension: true });
    const asks = await orderAsks(await c().as('limin'), order);
    // Suspended now (Mon 08:30) until Mon 22 08:30 it would be five working days later: Wed 17 becomes Wed 24.
    expect(asks?.suspension).toMatchObject({ reason: waits, resumeOn: '2024-01-22' });
    expect(asks?.suspension?.finishBy?.slice(0, 16)).toBe('2024-01-24T18:00');
    // Of what somebody asks the resident hears when it is decided.
    const told = async () => (await getOrder(order.holder, { code: order.code })).timeline.map(({ type }) => type);
    expect(await told()).not.toContain('order.noted');
    await suspend('2024-01-15T09:00', order, '2024-01-23', { plan: '月底前换新泵。' });
    expect((await suspensionsOf(order)).map((row) => [row.state, row.resumeOn])).toEqual([['running', '2024-01-23']]);
    const entry = (await getOrder(order.holder, { code: order.code })).timeline.at(-1);
    expect(entry).toMatchObject({
      type: 'order.suspended',
      words: waits,
      data: { resumeOn: '2024-01-23', plan: '月底前换新泵。' },
    });
    await then('2024-01-16T09:00', 'limin', 'resume', order, { words: '水泵提前到了。' });
    const resumed = (await getOrder(order.holder, { code: order.code })).timeline.at(-1);
    expect(resumed).toMatchObject({ type: 'order.resumed', words: '水泵提前到了。' });
    expect(await lastEvent(c(), order, 'order.resumed')).toMatchObject({
      wasFinishBy: '2024-01-17T18:00:00.000+08:00',
      finishBy: '2024-01-18T18:00:00.000+08:00',
    });
  });

  it('may be refused with a reason, and lapses when the order goes elsewhere', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    const say = { code: order.code, reason: '配件今天就到，不用挂起。' };
    const ask = async () =>
      askSuspension(await c().as('gaofeng'), {
        code: order.code,
        clientId: newId(),
        reason: waits,
        resumeOn: '2024-01-22',
      });
    await ask();
    const { version } = await rowOf(c(), order);
    const refuse = async (who: string) => refuseSuspension(await c().as(who), { ...say, version, clientId: newId() });
    await expect(refuse('gaofeng')).rejects.toMatchObject({ code: 'forbidden' });
    await refuse('limin');
    await expect(refuse('limin')).rejects.toMatchObject({ reason: 'order.suspension_none' });
    await ask();
    await perform(c(), 'gaofeng', 'return', order);
    expect((await suspensionsOf(order)).map(({ state }) => state)).toEqual(['refused', 'lapsed']);
    expect((await rowOf(c(), order)).suspensionAskedAt).toBeNull();
  });
});

describe('an order that was returned three times', () => {
  it('stands in the arbitration queue with what they said, and whoever gets it then keeps it', async () => {
    const order = await sentAt('2024-01-15T08:30', { item: '1503' });
    for (let time = 0; time < 3; time++) {
      await perform(c(), 'limin', 'assign', order, { reason: '再看一看。' });
      await perform(c(), 'gaofeng', 'return', order, { betterOwner: '市政工程队' });
    }
    const view = await listOrders(await c().as('limin'), { view: 'arbitration' });
    expect(view.items.map(({ code }) => code)).toContain(order.code);
    expect((await listOrders(await c().as('shuji'), { view: 'arbitration' })).items).toHaveLength(view.items.length);
    const { timeline } = await getOrder(await c().as('limin'), { code: order.code });
    expect(timeline.filter((event) => event.data.betterOwner === '市政工程队')).toHaveLength(3);
    await perform(c(), 'limin', 'assign', order);
    expect((await listOrders(await c().as('limin'), { view: 'arbitration' })).items).toHaveLength(
      view.items.length - 1,
    );
    expect(await rowOf(c(), order)).toMatchObject({ designated: true });
    await expect(perform(c(), 'gaofeng', 'return', order)).rejects.toMatchObject({ reason: 'order.designated' });
  });
});
