import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { sharedCommunity } from '@/tests/support/community';
import { anOrder, cellC, eventsOf, type Made, perform, rowOf } from '@/tests/support/orders';
import { clockSteps } from './clock-steps';

const c = sharedCommunity();
const { at, said, clocksOf, sentAt, then, photoless } = clockSteps(c);

describe('the promise', () => {
  it('is the hand value of the specification: 0601, Wednesday 08:30, is Friday 14:00', async () => {
    const order = await sentAt('2024-01-10T08:30', { item: '0601' });
    const row = await rowOf(c(), order);
    expect([row.dispatchBy, row.promiseAcceptBy, row.promiseFinishBy].map(said)).toEqual([
      '2024-01-10T14:00',
      '2024-01-10T18:00',
      '2024-01-12T14:00',
    ]);
  });

  it('stands when the order is dispatched earlier: due times count from then', async () => {
    const order = await sentAt('2024-01-10T08:30', { item: '0601' });
    await then('2024-01-10T09:00', 'limin', 'assign', order);
    const row = await rowOf(c(), order);
    expect([row.acceptBy, row.finishBy, row.dueAt].map(said)).toEqual([
      '2024-01-10T14:30',
      '2024-01-12T09:00',
      '2024-01-10T14:30',
    ]);
  });

  it('is never exceeded by a late dispatch', async () => {
    for (const moment of ['2024-01-10T14:00', '2024-01-11T10:00', '2024-01-12T17:00']) {
      const order = await sentAt('2024-01-10T08:30', { item: '0601' });
      await then(moment, 'limin', 'assign', order);
      const row = await rowOf(c(), order);
      expect([row.acceptBy, row.finishBy].map(said), moment).toEqual(['2024-01-10T18:00', '2024-01-12T14:00']);
    }
  });

  it('begins anew when the resident was asked first: the days of the question are not the handler’s', async () => {
    const order = await sentAt('2024-01-10T08:30', { item: '0601' });
    await then('2024-01-10T09:00', 'limin', 'ask_info', order);
    expect(said((await rowOf(c(), order)).dueAt)).toBe('2024-01-15T09:00');
    await then('2024-01-15T08:30', order.holder, 'supplement', order);
    const asked = await rowOf(c(), order);
    expect([asked.dispatchBy, asked.promiseFinishBy].map(said)).toEqual(['2024-01-15T14:00', '2024-01-17T14:00']);
    await then('2024-01-15T09:00', 'limin', 'classify', order, { item: '0802' });
    expect(said((await rowOf(c(), order)).promiseFinishBy)).toBe('2024-01-15T18:00');
    await then('2024-01-15T09:00', 'limin', 'assign', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-15T14:30');
  });

  it('begins anew with an appeal, which the street then looks at', async () => {
    const order = await sentAt('2024-01-10T08:30', { item: '0601' });
    await then('2024-01-10T09:00', 'limin', 'decline', order);
    await then('2024-01-29T08:30', order.holder, 'appeal', order);
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({ level: 'street', comeback: 'appealed', status: 'submitted', closedAt: null });
    expect([row.dispatchBy, row.promiseFinishBy].map(said)).toEqual(['2024-01-29T14:00', '2024-01-31T14:00']);
    await expect(perform(c(), 'limin', 'assign', order)).rejects.toMatchObject({ code: 'forbidden' });
    await then('2024-01-29T09:00', 'jiedao', 'assign', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-31T09:00');
  });
});

describe('urgent orders', () => {
  const night = '2024-01-13T23:00';

  it('find their handler by themselves on a Saturday night', async () => {
    const order = await sentAt(night, { item: '0701' });
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({ status: 'assigned', assigneeUnit: 'DHS-UTIL', holderKind: 'unit', intakeAt: null });
    expect([row.dispatchedAt, row.acceptBy, row.finishBy].map(said)).toEqual([
      night,
      '2024-01-13T23:30',
      '2024-01-14T23:00',
    ]);
    const events = await eventsOf(c(), order);
    expect(events.map(({ type, actor, relation }) => [type, actor, relation])).toEqual([
      ['order.submitted', 'anonymous', 'requester'],
      ['order.assigned', 'system:rule', 'system'],
    ]);
  });

  it('have a milestone on the way, and name who works beside', async () => {
    const order = await sentAt(night, { item: '0502' });
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({
      urgency: 'U1',
      assigneeUnit: 'PL-PROP',
      coHandlers: ['DHS-UTIL'],
      milestoneKind: 'on_site',
    });
    expect([row.acceptBy, row.milestoneBy, row.finishBy].map(said)).toEqual([
      '2024-01-13T23:15',
      '2024-01-13T23:30',
      '2024-01-14T23:00',
    ]);
  });

  it('are urgent by their words alone, whatever the item says', async () => {
    const order = await sentAt(night, { item: '0802', words: '有人被困在车里了。' });
    const row = await rowOf(c(), order);
    expect(row).toMatchObject({ urgency: 'U1', itemCode: '0802', status: 'assigned', assigneeUnit: 'PL-PROP' });
    expect([row.acceptBy, row.finishBy].map(said)).toEqual(['2024-01-13T23:15', '2024-01-14T23:00']);
  });

  it('are urgent by what is said of danger later: set right, or in an answer', async () => {
    const danger = { words: '补充一下：楼道里着火了，冒浓烟。' };
    const amended = await sentAt('2024-01-13T22:00', { item: '0601' });
    const slow = await rowOf(c(), amended);
    expect(slow).toMatchObject({ urgency: 'U3', status: 'submitted' });
    await then('2024-01-13T22:05', amended.holder, 'amend', amended, danger);
    const row = await rowOf(c(), amended);
    expect(row).toMatchObject({ urgency: 'U1', status: 'assigned', assigneeUnit: 'PL-PROP', ...danger });
    expect([row.promiseFinishBy < slow.promiseFinishBy, said(row.acceptBy)]).toEqual([true, '2024-01-13T22:20']);
    const told = await eventsOf(c(), amended);
    expect(told.map(({ type }) => type)).toEqual(['order.submitted', 'order.amended', 'order.assigned']);
    expect(told[1]?.data).toEqual({ fields: ['words'], urgency: 'U1' });

    const answered = await sentAt('2024-01-13T22:10', { item: '0601' });
    await then('2024-01-13T22:11', 'limin', 'ask_info', answered);
    await then('2024-01-13T23:00', answered.holder, 'supplement', answered, danger);
    const after = await rowOf(c(), answered);
    expect(after).toMatchObject({ urgency: 'U1', status: 'assigned', assigneeUnit: 'PL-PROP', needInfoUntil: null });
    expect([after.acceptBy, after.finishBy].map(said)).toEqual(['2024-01-13T23:15', '2024-01-14T23:00']);

    // What was out before is restated from its first dispatch (U1 as promised: Monday 08:45 and 24 h), without the six
    // hours of the question.
    const back = await sentAt('2024-01-15T08:30', { item: '0601' });
    await then('2024-01-15T09:00', 'limin', 'assign', back);
    await then('2024-01-15T09:30', 'gaofeng', 'return', back, { reason: 'R2', basis: '地址写得不清楚。' });
    await then('2024-01-15T10:00', 'limin', 'ask_info', back);
    await then('2024-01-15T16:00', back.holder, 'supplement', back, danger);
    expect(await rowOf(c(), back)).toMatchObject({ urgency: 'U1', status: 'assigned' });
    expect(said((await rowOf(c(), back)).finishBy)).toBe('2024-01-16T14:45');

    // Other words change nothing, and what is urgent already is not dispatched twice.
    const calm = await sentAt('2024-01-13T22:30', { item: '0601' });
    await then('2024-01-13T22:31', calm.holder, 'amend', calm);
    expect(await rowOf(c(), calm)).toMatchObject({ urgency: 'U3', status: 'submitted' });
  });

  it('stay with a dispatcher where only volunteers, or the one complained about, come first', async () => {
    const volunteers = await sentAt(night, { item: '0101' });
    expect(await rowOf(c(), volunteers)).toMatchObject({ status: 'submitted', assigneeUnit: null });
    const about = await sentAt(night, { item: '0701', about: { unit: 'DHS-UTIL' } });
    expect((await rowOf(c(), about)).assigneeUnit).not.toBe('DHS-UTIL');
    const aboveCommunity = await sentAt(night, { item: '0701', about: { unit: 'PL-COMM' } });
    expect(await rowOf(c(), aboveCommunity)).toMatchObject({ level: 'street', status: 'submitted' });
  });

  it('wait for a dispatcher when they are not urgent', async () => {
    const order = await sentAt(night, { item: '0601' });
    expect(await rowOf(c(), order)).toMatchObject({ status: 'submitted', dispatchedAt: null });
    expect(said((await rowOf(c(), order)).dueAt)).toBe('2024-01-15T14:00');
  });
});

describe('dispatch and what follows', () => {
  it('starts accept anew at each reassignment, and the finish never', async () => {
    const order = await sentAt('2024-01-10T08:30', { item: '0601' });
    await then('2024-01-10T09:00', 'limin', 'assign', order);
    await then('2024-01-11T10:00', 'limin', 'reassign', order, { handler: { unit: 'DHS-DEPT' } });
    const row = await rowOf(c(), order);
    expect([row.acceptBy, row.finishBy].map(said)).toEqual(['2024-01-11T15:30', '2024-01-12T09:00']);
    await then('2024-01-11T10:30', 'limin', 'recall', order);
    await then('2024-01-11T11:00', 'limin', 'assign', order);
    const again = await rowOf(c(), order);
    expect([again.acceptBy, again.finishBy].map(said)).toEqual(['2024-01-11T16:30', '2024-01-12T09:00']);
  });

  it('moves the finish by the working time that lay with the verifiers', async () => {
    const order = await sentAt('2024-01-15T08:30', {});
    await then('2024-01-15T08:30', 'limin', 'assign', order);
    await then('2024-01-15T09:00', 'gaofeng', 'sign', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-15T14:00');
    await then('2024-01-15T10:00', 'gaofeng', 'submit_evidence', order);
    expect(said((await rowOf(c(), order)).verifyBy)).toBe('2024-01-16T10:00');
    await then('2024-01-16T09:00', 'zhengshucheng', 'rework', order);
    // 2 h + 4.5 h of Monday and half an hour of Tuesday, from Monday 14:00 on.
    const row = await rowOf(c(), order);
    expect([row.finishBy, row.dueAt].map(said)).toEqual(['2024-01-16T11:30', '2024-01-16T11:30']);
    expect(row).toMatchObject({ reworkCount: 1, outcome: null, verifyBy: null });
  });

  it('moves a finish on the wall clock by the weekend, too', async () => {
    const order = await sentAt('2024-01-12T17:00', { item: '0801' });
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-12T19:00');
    await then('2024-01-12T17:10', 'gaofeng', 'sign', order);
    await then('2024-01-12T18:00', 'gaofeng', 'submit_evidence', order, photoless);
    await then('2024-01-15T09:00', 'zhengshucheng', 'rework', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-15T10:00');
  });

  it('stands still while a question lies with the resident, for an order that was out before', async () => {
    // 0601: 2 wd from Monday 09:00. Monday 10:10 to Wednesday 17:00 is 21 h 20 min of working time.
    const order = await sentAt('2024-01-15T08:30', { item: '0601' });
    await then('2024-01-15T09:00', 'limin', 'assign', order);
    await then('2024-01-15T10:00', 'gaofeng', 'return', order, { reason: 'R2', basis: '地址写得不清楚。' });
    await then('2024-01-15T10:10', 'limin', 'ask_info', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-17T09:00');
    await then('2024-01-17T17:00', order.holder, 'supplement', order);
    const row = await rowOf(c(), order);
    expect(said(row.finishBy)).toBe('2024-01-19T15:50');
    expect(row).toMatchObject({ askedAt: null, needInfoUntil: null, status: 'submitted' });
    const finish = (await clocksOf(order)).findLast((clock) => clock.kind === 'finish');
    expect(finish?.why[0]?.key).toBe('clock.why.asked');
    expect(said(finish?.dueAt ?? null)).toBe('2024-01-19T15:50');
    // What is stated anew keeps it, and so does the next dispatch; accept alone begins anew.
    await then('2024-01-18T08:30', 'limin', 'classify', order, { item: '0802' });
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-18T10:20');
    await then('2024-01-18T08:30', 'limin', 'classify', order, { item: '0601' });
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-19T15:50');
    await then('2024-01-18T09:00', 'limin', 'assign', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-19T15:50');
  });

  it('stands still on the wall clock, with its milestone, where that is the clock of the limit', async () => {
    const order = await sentAt('2024-01-12T17:00', { item: '0601' });
    await then('2024-01-12T17:00', 'limin', 'classify', order, { item: undefined, urgency: 'U2' });
    await then('2024-01-12T17:00', 'limin', 'assign', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-13T17:00');
    await then('2024-01-12T17:30', 'gaofeng', 'return', order, { reason: 'R2', basis: '地址写得不清楚。' });
    await then('2024-01-12T18:00', 'limin', 'ask_info', order);
    await then('2024-01-14T18:00', order.holder, 'supplement', order);
    expect(said((await rowOf(c(), order)).finishBy)).toBe('2024-01-15T17:00');
  });

  it('never moves for a note, a nudge, a contact, an arrival', async () => {
    const order = await sentAt('2024-01-15T08:30', {});
    await then('2024-01-15T08:30', 'limin', 'assign', order);
    await then('2024-01-15T09:00', 'gaofeng', 'sign', order);
    const times = ({
      dueAt,
      acceptBy,
      finishBy,
      dispatchBy,
      promiseFinishBy,
      returnBy,
      version,
    }: Awaited<ReturnType<typeof rowOf>>) => ({
      dueAt,
      acceptBy,
      finishBy,
      dispatchBy,
      promiseFinishBy,
      returnBy,
      version,
    });
    const [before, ran] = [times(await rowOf(c(), order)), (await clocksOf(order)).length];
    await then('2024-01-15T10:00', order.holder, 'note', order);
    await then('2024-01-15T10:01', order.holder, 'nudge', order);
    await then('2024-01-15T10:02', 'gaofeng', 'contact', order);
    await then('2024-01-15T10:03', 'gaofeng', 'arrive', order);
    await then('2024-01-15T10:04', 'gaofeng', 'leave', order);
    expect(times(await rowOf(c(), order))).toEqual(before);
    expect(await clocksOf(order)).toHaveLength(ran);
  });

  it('keeps the shift: its end is the finish, its start the latest accept', async () => {
    const order = await sentAt('2024-01-15T08:30', {
      item: '0304',
      shiftStartsAt: '2024-01-15T10:00:00+08:00',
      shiftEndsAt: '2024-01-15T12:00:00+08:00',
    });
    await then('2024-01-15T09:00', 'limin', 'offer', order);
    const row = await rowOf(c(), order);
    expect([row.acceptBy, row.finishBy].map(said)).toEqual(['2024-01-15T10:00', '2024-01-15T12:00']);
  });
});

describe('each due time', () => {
  it('explains itself: the running clock of every state has its lines', async () => {
    c().clock.set(at('2024-01-15T08:30'));
    const ways: [Made, string][] = [];
    for (const state of [
      'submitted',
      'need_info',
      'offered',
      'assigned',
      'in_progress',
      'awaiting_verification',
      'awaiting_rating',
    ] as const) {
      ways.push([await anOrder(c(), { state }), state]);
    }
    const back = async (state: 'assigned' | 'in_progress', who: string, action: 'recall' | 'return') => {
      const order = await anOrder(c(), { state });
      c().clock.advance(60_000);
      await perform(c(), who, action, order);
      ways.push([order, action]);
    };
    await back('assigned', 'limin', 'recall');
    await back('in_progress', 'gaofeng', 'return');
    for (const [order, name] of ways) {
      const { dueAt } = await rowOf(c(), order);
      const running = (await clocksOf(order)).findLast((clock) => clock.dueAt === dueAt);
      expect(running, name).toBeDefined();
      if (name !== 'awaiting_rating') expect(running?.why.length, name).toBeGreaterThan(1);
    }
  });

  it('is stated anew from the same moments when the item is set right', async () => {
    const order = await sentAt('2024-01-10T08:30', { item: '0601' });
    await then('2024-01-10T09:00', 'limin', 'assign', order);
    await then('2024-01-10T11:00', 'limin', 'classify', order, { item: '0802' });
    const row = await rowOf(c(), order);
    // 0802: 30 min of work from 09:00, 4 wh from 09:00; promised 4 wh + 4 wh from 08:30.
    expect([row.acceptBy, row.finishBy, row.promiseFinishBy].map(said)).toEqual([
      '2024-01-10T09:30',
      '2024-01-10T14:30',
      '2024-01-10T18:00',
    ]);
    const restated = (await clocksOf(order)).slice(-2);
    expect(restated.map((clock) => [clock.kind, said(clock.startedAt), said(clock.dueAt)])).toEqual([
      ['accept', '2024-01-10T09:00', '2024-01-10T09:30'],
      ['finish', '2024-01-10T09:00', '2024-01-10T14:30'],
    ]);
  });

  it('comes back in the answer to the resident, in the same minute', async () => {
    c().clock.set(at('2024-01-10T08:30'));
    const ctx = await c().as('zhoujianguo');
    const done = await submitOrder(ctx, {
      item: '0601',
      words: '路灯不亮。',
      place: { areaCode: `${cellC}-05` },
      clientId: newId(),
    });
    expect([done.promise.acceptBy, done.promise.finishBy].map(said)).toEqual(['2024-01-10T18:00', '2024-01-12T14:00']);
  });
});
