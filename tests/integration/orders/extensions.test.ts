import { describe, expect, it } from 'vitest';
import { askExtension } from '@/lib/orders/commands/ask-extension';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { orderAsks } from '@/lib/orders/queries/order-asks';
import { rateCounts } from '@/lib/orders/queries/rate-counts';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { orderExtension } from '@/lib/orders/tables';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, bodies, eventsOf, lastEvent, type Made, perform, rowOf } from '@/tests/support/orders';
import { clockSteps } from './clock-steps';

const c = sharedCommunity();
const { at, said, clocksOf, sentAt, then, photoless } = clockSteps(c);
const three = { reason: 'materials', days: 3 };

/** In the firm's hands: sent and assigned at once, signed a quarter of an hour later. */
async function inHand(moment: string, item: string, more = {}): Promise<Made> {
  const order = await sentAt(moment, { item, ...more });
  if ((await rowOf(c(), order)).status === 'submitted') await perform(c(), 'limin', 'assign', order);
  c().clock.advance(15 * 60_000);
  await perform(c(), 'gaofeng', 'sign', order, {});
  return order;
}
const finishOf = async (order: Made) => said((await rowOf(c(), order)).finishBy);
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: { reason?: string }) => error.reason,
  );

describe('an extension', () => {
  it('moves the finish by working days and is told with both times: 1503, Monday 08:30, 3 wd is Wednesday 18:00', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    expect(await finishOf(order)).toBe('2024-01-17T18:00');
    await then('2024-01-15T10:00', 'gaofeng', 'ask_extension', order, { ...three, words: '灯杆要定做。' });
    // Nothing moves by being asked for; what would come of it can be read before.
    expect(await finishOf(order)).toBe('2024-01-17T18:00');
    const asks = await orderAsks(await c().as('limin'), order);
    expect(asks?.extension).toMatchObject({
      no: 1,
      days: 3,
      words: '灯杆要定做。',
      street: false,
      reason: 'materials',
    });
    // Wed 18:00 + 3 wd: Thu 480, Fri 480, Sat and Sun off, Mon 480.
    expect(asks?.extension?.options.map((one) => [one.days, one.finishBy.slice(0, 16)])).toEqual([
      [3, '2024-01-22T18:00'],
      [2, '2024-01-19T18:00'],
      [1, '2024-01-18T18:00'],
    ]);
    await then('2024-01-16T09:00', 'limin', 'grant_extension', order);
    const row = await rowOf(c(), order);
    expect([row.finishBy, row.dueAt].map(said)).toEqual(['2024-01-22T18:00', '2024-01-22T18:00']);
    expect(row).toMatchObject({ extensionCount: 1, extensionAskedAt: null, status: 'in_progress' });
    expect(await lastEvent(c(), order, 'order.extension_granted')).toMatchObject({
      no: 1,
      reason: 'materials',
      days: 3,
      wasFinishBy: '2024-01-17T18:00:00.000+08:00',
      finishBy: '2024-01-22T18:00:00.000+08:00',
    });
    const clock = (await clocksOf(order)).at(-1);
    expect(clock).toMatchObject({ kind: 'finish', dueAt: at('2024-01-22T18:00') });
    expect(clock?.why.map((line) => line.key)).toEqual([
      'clock.why.extended',
      'clock.why.start_moved',
      'clock.why.full_day',
      'clock.why.full_day',
      'clock.why.weekend',
      'clock.why.full_day',
      'clock.why.due',
    ]);
  });

  it('runs over the worked Sundays of Spring Festival 2024, and not over the festival', async () => {
    // Thu 2024-02-01 08:30 + 3 wd: Thu, Fri, then Sunday 2024-02-04, which is worked: due Sunday 18:00.
    const order = await inHand('2024-02-01T08:30', '1503');
    expect(await finishOf(order)).toBe('2024-02-04T18:00');
    await then('2024-02-02T09:00', 'gaofeng', 'ask_extension', order, { reason: 'weather', days: 5 });
    await then('2024-02-02T09:30', 'limin', 'grant_extension', order);
    // Mon 5 to Fri 9 are five working days; 10 to 17 February are the festival.
    expect(await finishOf(order)).toBe('2024-02-09T18:00');
    await then('2024-02-07T10:00', 'gaofeng', 'ask_extension', order, { reason: 'party_away', days: 3 });
    await then('2024-02-08T10:00', 'jiedao', 'grant_extension', order);
    // Sunday 18 February is worked, then Monday 19 and Tuesday 20.
    expect(await finishOf(order)).toBe('2024-02-20T18:00');
  });

  it('of a limit on the wall clock counts working days all the same', async () => {
    // 0701, U2: Monday 08:30 + 24 h is Tuesday 08:30, one working day later to the minute.
    const order = await sentAt('2024-01-15T08:30', { item: '0701' });
    await perform(c(), 'gongshui', 'sign', order, {});
    expect(await finishOf(order)).toBe('2024-01-16T08:30');
    await then('2024-01-15T08:30', 'gongshui', 'ask_extension', order, { reason: 'materials', days: 1 });
    await then('2024-01-15T11:00', 'limin', 'grant_extension', order);
    expect(await finishOf(order)).toBe('2024-01-16T18:00');
  });

  it('is asked for one working day before it is due, and not a minute later', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    const before = await rowOf(c(), order);
    c().clock.set(at('2024-01-17T08:31'));
    const late = perform(c(), 'gaofeng', 'ask_extension', order, three);
    await expect(late).rejects.toMatchObject({ code: 'rule', reason: 'order.extension_too_late' });
    expect(await rowOf(c(), order)).toEqual(before);
    // Due Wednesday 18:00; its working day begins at 08:30.
    await then('2024-01-17T08:30', 'gaofeng', 'ask_extension', order, three);
    expect((await rowOf(c(), order)).extensionAskedAt).toBe(at('2024-01-17T08:30'));
    // Asked in time and granted late: it counts from when it was due.
    await then('2024-01-18T10:00', 'limin', 'grant_extension', order);
    expect(await finishOf(order)).toBe('2024-01-22T18:00');
    // A weekend before does not help: due Monday 18:00, on Saturday there is one working day left.
    const monday = await inHand('2024-01-17T18:00', '1503');
    expect(await finishOf(monday)).toBe('2024-01-22T18:00');
    await then('2024-01-20T12:00', 'gaofeng', 'ask_extension', monday, three);
    expect((await rowOf(c(), monday)).extensionAskedAt).toBe(at('2024-01-20T12:00'));
  });

  it('is the dispatcher’s the first time, the street’s the second, and there is no third', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await expect(perform(c(), 'gaofeng', 'ask_extension', order, { ...three, days: 6 })).rejects.toMatchObject({
      reason: 'order.extension_days',
    });
    // Of an order in time the street sees nothing, before something is asked of it.
    const street = await c().as('jiedao');
    const seen = async () => (await listOrders(street, { q: order.code })).items.length;
    expect(await seen()).toBe(0);
    await perform(c(), 'gaofeng', 'ask_extension', order, { ...three, days: 5 });
    expect(await seen()).toBe(0);
    expect(await refused(perform(c(), 'gaofeng', 'ask_extension', order, three))).toBe('order.extension_open');
    await expect(perform(c(), 'limin', 'grant_extension', order, { days: 5 + 1 })).rejects.toMatchObject({
      reason: 'order.extension_days',
    });
    await perform(c(), 'limin', 'grant_extension', order, { days: 2 });
    expect(await finishOf(order)).toBe('2024-01-19T18:00');
    await then('2024-01-16T09:00', 'gaofeng', 'ask_extension', order, { ...three, days: 10 });
    expect(await refused(perform(c(), 'limin', 'grant_extension', order))).toBe('order.extension_by_street');
    expect(await refused(perform(c(), 'limin', 'refuse_extension', order))).toBe('order.extension_by_street');
    expect(await seen()).toBe(1);
    const toDecide = await listOrders(street, { view: 'to_decide' });
    expect(toDecide.items.map((item) => item.code)).toContain(order.code);
    expect((await listOrders(await c().as('limin'), { view: 'to_decide', q: order.code })).items).toEqual([]);
    await perform(c(), street, 'grant_extension', order);
    // Fri 19 18:00 + 10 wd = two weeks.
    expect(await finishOf(order)).toBe('2024-02-02T18:00');
    expect(await seen()).toBe(0);
    expect(await refused(perform(c(), 'gaofeng', 'ask_extension', order, three))).toBe('order.extension_third');
  });

  it('is never of an emergency, of a second time not of what the street cannot see, and never one’s own to grant', async () => {
    const urgent = await inHand('2024-01-15T08:30', '0802', { words: '有人被困在车里了。' });
    expect((await rowOf(c(), urgent)).urgency).toBe('U1');
    expect(await refused(perform(c(), 'gaofeng', 'ask_extension', urgent, three))).toBe('order.extension_u1');
    expect(await refused(perform(c(), 'limin', 'suspend', urgent))).toBe('order.suspend_u1');
    const sealed = await inHand('2024-01-15T08:30', '1503', { confidential: true });
    await perform(c(), 'gaofeng', 'ask_extension', sealed, three);
    await perform(c(), 'limin', 'grant_extension', sealed);
    expect(await refused(perform(c(), 'gaofeng', 'ask_extension', sealed, three))).toBe('order.extension_sealed');
    // The dispatcher handles this one, so it is another’s to decide.
    const own = await sentAt('2024-01-15T08:30', { item: '1503' });
    await perform(c(), 'limin', 'assign', own, { handler: { person: c().idOf('limin') } });
    await perform(c(), 'limin', 'sign', own, {});
    await perform(c(), 'limin', 'ask_extension', own, three);
    expect(await refused(perform(c(), 'limin', 'grant_extension', own))).toBe('order.barred.assignee');
    expect(await refused(perform(c(), 'limin', 'suspend', own))).toBe('order.barred.assignee');
    expect(await refused(perform(c(), 'limin', 'refuse_extension', own))).toBe('order.barred.assignee');
  });

  it('that is refused moves nothing, and may be asked for again', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await perform(c(), 'gaofeng', 'ask_extension', order, three);
    await perform(c(), 'limin', 'refuse_extension', order);
    expect(await finishOf(order)).toBe('2024-01-17T18:00');
    expect(await rowOf(c(), order)).toMatchObject({ extensionCount: 0, extensionAskedAt: null });
    await perform(c(), 'gaofeng', 'ask_extension', order, three);
    const { id } = await rowOf(c(), order);
    const rows = (await c().engine.reader.select().from(orderExtension)).filter((row) => row.orderId === id);
    expect(rows.map((row) => [row.no, row.state]).sort()).toEqual([
      [1, 'open'],
      [1, 'refused'],
    ]);
  });

  it.each(['return', 'reassign', 'submit_evidence'] as const)('that is open lapses with %s', async (action) => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await perform(c(), 'gaofeng', 'ask_extension', order, three);
    const who = action === 'reassign' ? 'limin' : 'gaofeng';
    const missing = ['photo', 'reading'].map((kind) => ({ kind, reason: '现场没有条件拍。' }));
    await perform(c(), who, action, order, action === 'submit_evidence' ? { ...photoless, missing } : bodies[action]);
    const row = await rowOf(c(), order);
    expect(row.extensionAskedAt).toBeNull();
    const rows = (await c().engine.reader.select().from(orderExtension)).filter(({ orderId }) => orderId === row.id);
    expect(rows.map(({ state }) => state)).toEqual(['lapsed']);
    await expect(perform(c(), 'limin', 'grant_extension', order)).rejects.toMatchObject({ code: 'conflict' });
    expect(said(row.finishBy)).toBe('2024-01-17T18:00');
  });

  it('is decided once, whoever comes at the same moment', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    await perform(c(), 'gaofeng', 'ask_extension', order, three);
    const { version } = await rowOf(c(), order);
    const done = await Promise.allSettled([
      perform(c(), 'limin', 'grant_extension', order, { version }),
      perform(c(), 'limin', 'refuse_extension', order, { version }),
      perform(c(), 'limin', 'grant_extension', order, { version }),
    ]);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const events = (await eventsOf(c(), order)).filter(({ type }) => /extension_(granted|refused)/.test(type));
    expect(events).toHaveLength(1);
    const granted = events[0]?.type === 'order.extension_granted';
    expect(await finishOf(order)).toBe(granted ? '2024-01-22T18:00' : '2024-01-17T18:00');
  });

  it('comes after a rework, and both move the finish', async () => {
    const order = await inHand('2024-01-15T08:30', '1503');
    const missing = ['photo', 'reading'].map((kind) => ({ kind, reason: '现场没有条件拍。' }));
    await then('2024-01-15T14:30', 'gaofeng', 'submit_evidence', order, { ...photoless, missing });
    await then('2024-01-16T09:30', 'zhengshucheng', 'rework', order);
    // With the verifiers Mon 14:30–18:00 and Tue 08:30–09:30, 270 minutes: Wed 18:00 becomes Thu 14:30 (210 + 60).
    expect(await finishOf(order)).toBe('2024-01-18T14:30');
    await then('2024-01-16T10:00', 'gaofeng', 'ask_extension', order, { reason: 'several_departments', days: 1 });
    await then('2024-01-16T11:00', 'limin', 'grant_extension', order);
    expect(await finishOf(order)).toBe('2024-01-19T14:30');
  });

  it('is a figure of its own, and in time is what came within the new finish', async () => {
    const scope = { area: '320371003208', from: at('2024-01-01T00:00'), to: at('2025-01-01T00:00'), sealed: false };
    const before = await rateCounts(c().engine.reader, scope);
    const order = await inHand('2024-03-04T08:30', '1503');
    await then('2024-03-05T08:30', 'gaofeng', 'ask_extension', order, three);
    await then('2024-03-05T09:30', 'limin', 'grant_extension', order);
    const missing = ['photo', 'reading'].map((kind) => ({ kind, reason: '现场没有条件拍。' }));
    // Due Wednesday 6 March, now Monday 11 March.
    await then('2024-03-08T09:30', 'gaofeng', 'submit_evidence', order, { ...photoless, missing });
    await then('2024-03-08T10:30', 'zhengshucheng', 'pass', order, {
      waiver: '现场看过，确实已经办好，缺的材料不影响。',
    });
    const after = await rateCounts(c().engine.reader, scope);
    expect(after.extended - before.extended).toBe(1);
    expect(after.verified - before.verified).toBe(1);
    expect(after.finishedInTime - before.finishedInTime).toBe(1);
  });

  it('sent again is one extension, and the histories fit', async () => {
    const order = await anOrder(c(), { state: 'in_progress', item: '1503' });
    const { version } = await rowOf(c(), order);
    const ctx = await c().as('gaofeng');
    const body = { code: order.code, version, clientId: 'extension-again-1', reason: 'materials', days: 2 } as const;
    const [first, second] = [await askExtension(ctx, body), await askExtension(ctx, body)];
    expect(second).toEqual(first);
    expect((await verifyHistory(c().engine.reader)).misfits).toEqual([]);
  });
});
