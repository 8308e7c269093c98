import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import { setCalendarDay } from '@/lib/calendar/commands/set-calendar-day';
import { rfc3339 } from '@/lib/kernel/clock';
import { recomputeClocks } from '@/lib/orders/commands/recompute-clocks';
import { orderClock } from '@/lib/orders/tables';
import { type Community, community } from '@/tests/support/community';
import { type Made, perform, rowOf, submitted } from '@/tests/support/orders';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const said = (ms: number | null) => (ms === null ? null : rfc3339(ms).slice(5, 16).replace('T', ' '));
/** Wednesday. */
const day = '2024-01-17';

/** One step on an order: when, who, what, and with which body. */
type Step = readonly [
  moment: string,
  who: string,
  action: Parameters<typeof perform>[2],
  more?: Record<string, unknown>,
];

const photoless = {
  pieces: [],
  missing: ['photo_before', 'photo_after'].map((kind) => ({ kind, reason: '手机坏了。' })),
};

async function made(c: Community, moment: string, item: string, steps: readonly Step[]): Promise<Made> {
  c.clock.set(at(moment));
  const order = await submitted(c, { item });
  for (const [then, who, action, more] of steps) {
    c.clock.set(at(then));
    await perform(c, who === 'holder' ? order.holder : who, action, order, more);
  }
  return order;
}

async function setDay(c: Community, kind: 'off' | null): Promise<number> {
  const admin = await c.as('admin');
  const names = { name: '停水', nameEn: 'No water', source: '社区公告' };
  await setCalendarDay(admin, { date: day, kind, expected: kind ? null : 'off', ...names });
  return recomputeClocks(c.ctx({ kind: 'system', name: 'clock' }), { fromDate: day, toDate: day });
}

const timesOf = async (c: Community, order: Made) => {
  const row = await rowOf(c, order);
  const { dispatchBy, acceptBy, milestoneBy, finishBy, returnBy, verifyBy, needInfoUntil, dueAt } = row;
  const times = { dispatchBy, acceptBy, milestoneBy, finishBy, returnBy, verifyBy, needInfoUntil, dueAt };
  return Object.fromEntries(Object.entries(times).map(([name, value]) => [name, said(value)]));
};

const mon = (time: string) => `2024-01-15T${time}`;
const tue = (time: string) => `2024-01-16T${time}`;
const assigned: Step = [mon('09:00'), 'limin', 'assign'];
const signed: Step = [mon('09:10'), 'gaofeng', 'sign'];

/**
 * 0601: dispatch 4 wh, accept 4 wh, finish 2 wd; a question 3 wd; verification and return 1 wd. Submitted Monday 08:30
 * it promises dispatch by Monday 14:00, accept by 18:00, finish by Wednesday 14:00. By hand, without and with a day off
 * on Wednesday.
 */
const cases: readonly {
  name: string;
  from: string;
  steps: readonly Step[];
  before: Record<string, string>;
  after: Record<string, string>;
}[] = [
  {
    name: 'submitted',
    from: tue('16:00'),
    steps: [],
    before: { dispatchBy: '01-17 10:30', dueAt: '01-17 10:30' },
    after: { dispatchBy: '01-18 10:30', dueAt: '01-18 10:30' },
  },
  {
    name: 'taken back: the dispatch anew, the finish from the first dispatch',
    from: mon('08:30'),
    steps: [assigned, [tue('16:00'), 'limin', 'recall']],
    before: { dispatchBy: '01-17 10:30', finishBy: '01-17 09:00', dueAt: '01-17 10:30' },
    after: { dispatchBy: '01-18 10:30', finishBy: '01-18 09:00', dueAt: '01-18 10:30' },
  },
  {
    name: 'need_info',
    from: mon('08:30'),
    steps: [[tue('10:00'), 'limin', 'ask_info']],
    before: { needInfoUntil: '01-19 10:00', dueAt: '01-19 10:00' },
    after: { needInfoUntil: '01-22 10:00', dueAt: '01-22 10:00' },
  },
  {
    name: 'dispatched late: capped by the promise, and by where it falls then',
    from: mon('08:30'),
    steps: [[tue('10:00'), 'limin', 'assign']],
    // Without the promise: Thursday 10:00, and with the day off Friday 10:00.
    before: { acceptBy: '01-15 18:00', finishBy: '01-17 14:00', returnBy: '01-17 10:00', dueAt: '01-15 18:00' },
    after: { acceptBy: '01-15 18:00', finishBy: '01-18 14:00', returnBy: '01-18 10:00', dueAt: '01-15 18:00' },
  },
  {
    name: 'accept that is capped by the promise',
    from: tue('08:30'),
    // Promised: dispatch Tuesday 14:00, accept Tuesday 18:00. By itself the accept would be Wednesday 10:30.
    steps: [[tue('16:00'), 'limin', 'assign']],
    before: { acceptBy: '01-16 18:00', finishBy: '01-18 14:00', returnBy: '01-17 16:00', dueAt: '01-16 18:00' },
    after: { acceptBy: '01-16 18:00', finishBy: '01-19 14:00', returnBy: '01-18 16:00', dueAt: '01-16 18:00' },
  },
  {
    name: 'assigned again: accept by itself',
    from: mon('08:30'),
    steps: [assigned, [tue('16:00'), 'limin', 'reassign', { handler: { unit: 'DHS-DEPT' } }]],
    before: { acceptBy: '01-17 10:30', finishBy: '01-17 09:00', returnBy: '01-17 16:00', dueAt: '01-17 10:30' },
    after: { acceptBy: '01-18 10:30', finishBy: '01-18 09:00', returnBy: '01-18 16:00', dueAt: '01-18 10:30' },
  },
  {
    name: 'offered, late in the day: accept is where its promise falls',
    from: tue('13:30'),
    // Promised: dispatch Tuesday 17:30, accept Wednesday 12:00, finish Thursday 17:30.
    steps: [[tue('17:30'), 'limin', 'offer']],
    before: { acceptBy: '01-17 12:00', finishBy: '01-18 17:30', dueAt: '01-17 12:00' },
    after: { acceptBy: '01-18 12:00', finishBy: '01-19 17:30', dueAt: '01-18 12:00' },
  },
  {
    name: 'in_progress',
    from: mon('08:30'),
    steps: [assigned, signed],
    before: { acceptBy: '01-15 14:30', finishBy: '01-17 09:00', dueAt: '01-17 09:00' },
    after: { acceptBy: '01-15 14:30', finishBy: '01-18 09:00', dueAt: '01-18 09:00' },
  },
  {
    name: 'awaiting_verification: the finish too, for a rework that may follow',
    from: mon('08:30'),
    steps: [assigned, signed, [tue('15:00'), 'gaofeng', 'submit_evidence', photoless]],
    before: { verifyBy: '01-17 15:00', finishBy: '01-17 09:00', dueAt: '01-17 15:00' },
    after: { verifyBy: '01-18 15:00', finishBy: '01-18 09:00', dueAt: '01-18 15:00' },
  },
  {
    name: 'sent back once: the finish with its shift of two hours',
    from: mon('08:30'),
    steps: [
      assigned,
      signed,
      [tue('15:00'), 'gaofeng', 'submit_evidence', photoless],
      [tue('17:00'), 'zhengshucheng', 'rework'],
    ],
    before: { finishBy: '01-17 11:00', dueAt: '01-17 11:00' },
    after: { finishBy: '01-18 11:00', dueAt: '01-18 11:00' },
  },
  {
    name: 'answered: the finish with the 11 h 20 min of the question',
    from: mon('08:30'),
    steps: [
      assigned,
      [mon('10:00'), 'gaofeng', 'return', { reason: 'R2', basis: '地址写得不清楚。' }],
      [mon('10:10'), 'limin', 'ask_info'],
      [tue('15:00'), 'holder', 'supplement'],
    ],
    before: { dispatchBy: '01-17 09:30', finishBy: '01-18 13:50', dueAt: '01-17 09:30' },
    after: { dispatchBy: '01-18 09:30', finishBy: '01-19 13:50', dueAt: '01-18 09:30' },
  },
];

describe('a day off that is added, and taken away again', () => {
  it('moves what runs over it in every state, says so in the audit, and leaves the promise as it was said', async () => {
    const c = await community();
    const orders = new Map<string, Made>();
    for (const { name, from, steps } of cases) orders.set(name, await made(c, from, '0601', steps));
    const of = (name: string) => orders.get(name) as Made;
    c.clock.set(at(tue('18:00')));
    const before = new Map<string, Awaited<ReturnType<typeof timesOf>>>();
    for (const { name, before: expected } of cases) {
      before.set(name, await timesOf(c, of(name)));
      expect(before.get(name), `before: ${name}`).toMatchObject(expected);
    }
    const promises = async () =>
      Promise.all(
        cases.map(async ({ name }) => {
          const { promiseAcceptBy, promiseFinishBy, version, lastSeq } = await rowOf(c, of(name));
          return { promiseAcceptBy, promiseFinishBy, version, lastSeq };
        }),
      );
    const told = await promises();
    expect(await setDay(c, 'off')).toBe(cases.length);
    for (const { name, after } of cases) {
      expect(await timesOf(c, of(name)), `after: ${name}`).toEqual({ ...before.get(name), ...after });
    }
    expect(await promises()).toEqual(told);
    const ids = await Promise.all(cases.map(async ({ name }) => (await rowOf(c, of(name))).id));
    const traces = async () =>
      c.engine.reader.select().from(auditEntry).where(eq(auditEntry.action, 'clock.recomputed'));
    expect((await traces()).map((trace) => trace.subjectId).sort()).toEqual(ids.sort());
    const verifying = await rowOf(c, of('awaiting_verification: the finish too, for a rework that may follow'));
    expect((await traces()).find((trace) => trace.subjectId === verifying.id)?.data).toEqual({
      kind: 'verify',
      from: at('2024-01-17T15:00'),
      to: at('2024-01-18T15:00'),
      moved: [
        { clock: 'finishBy', from: at('2024-01-17T09:00'), to: at('2024-01-18T09:00') },
        { clock: 'verifyBy', from: at('2024-01-17T15:00'), to: at('2024-01-18T15:00') },
      ],
    });
    // The same again moves nothing; the day taken away brings every time back.
    const system = c.ctx({ kind: 'system', name: 'clock' });
    expect(await recomputeClocks(system, { fromDate: day, toDate: day })).toBe(0);
    expect(await setDay(c, null)).toBe(cases.length);
    for (const { name } of cases) expect(await timesOf(c, of(name)), `again: ${name}`).toEqual(before.get(name));
    expect(await traces()).toHaveLength(2 * cases.length);
  });

  it('explains a finish that the promise caps by where the promise falls now', async () => {
    const c = await community();
    const order = await made(c, mon('08:30'), '0601', [[tue('10:00'), 'limin', 'assign']]);
    await setDay(c, 'off');
    const { id, finishBy } = await rowOf(c, order);
    const clocks = await c.engine.reader
      .select()
      .from(orderClock)
      .where(and(eq(orderClock.orderId, id), eq(orderClock.kind, 'finish')))
      .orderBy(orderClock.seq, orderClock.id);
    expect(clocks.map(({ dueAt }) => said(dueAt))).toEqual(['01-17 14:00', '01-18 14:00']);
    expect(clocks.map(({ why }) => why.at(-2)?.key)).toEqual(['clock.why.not_after', 'clock.why.promise_moved']);
    expect(clocks.at(-1)?.why.at(-2)?.params).toMatchObject({ date: '2024-01-18', time: '14:00' });
    expect(finishBy).toBe(clocks.at(-1)?.dueAt);
  });
});

describe('a day off that turns out to be worked', () => {
  it('makes due times earlier, the capped one with its promise, and nothing late that was handed in in time', async () => {
    const c = await community();
    c.clock.set(at('2024-01-12T09:00'));
    await setDay(c, 'off');
    const late = await made(c, mon('08:30'), '0601', [[tue('10:00'), 'limin', 'assign']]);
    const inTime = await made(c, mon('08:30'), '0601', [
      assigned,
      signed,
      ['2024-01-18T08:45', 'gaofeng', 'submit_evidence', photoless],
    ]);
    expect(await timesOf(c, late)).toMatchObject({ finishBy: '01-18 14:00', returnBy: '01-18 10:00' });
    expect(await timesOf(c, inTime)).toMatchObject({ finishBy: '01-18 09:00', verifyBy: '01-19 08:45' });
    expect(await setDay(c, null)).toBe(2);
    expect(await timesOf(c, late)).toMatchObject({ finishBy: '01-17 14:00', returnBy: '01-17 10:00' });
    expect(said((await rowOf(c, late)).promiseFinishBy)).toBe('01-18 14:00');
    expect(await timesOf(c, inTime)).toMatchObject({ finishBy: '01-18 08:45', verifyBy: '01-19 08:45' });
  });
});

describe('a milestone', () => {
  it('moves until it is met', async () => {
    const c = await community();
    // 1203, U2: assigned at once; first look within 1 wd of the dispatch.
    const open = await made(c, tue('10:00'), '1203', []);
    const met = await made(c, tue('10:00'), '1203', [
      [tue('10:01'), 'limin', 'reassign'],
      [tue('10:02'), 'huanwei', 'sign'],
      [tue('10:03'), 'huanwei', 'arrive'],
    ]);
    for (const order of [open, met]) expect(await timesOf(c, order)).toMatchObject({ milestoneBy: '01-17 10:00' });
    await setDay(c, 'off');
    expect(await timesOf(c, open)).toMatchObject({ milestoneBy: '01-18 10:00', finishBy: '01-31 10:00' });
    expect(await timesOf(c, met)).toMatchObject({ milestoneBy: '01-17 10:00', finishBy: '01-31 10:00' });
  });
});

describe('a late dispatch whose item is set right', () => {
  it('is still accepted by what was promised, under the new limits', async () => {
    const c = await community();
    const order = await made(c, mon('08:30'), '0601', [
      [tue('16:00'), 'limin', 'assign'],
      [tue('16:10'), 'limin', 'classify', { item: '0802' }],
    ]);
    // 0802: promised dispatch Monday 14:00 and 30 minutes; by itself it would be Tuesday 16:30.
    expect(await timesOf(c, order)).toMatchObject({ acceptBy: '01-15 14:30', dueAt: '01-15 14:30' });
  });
});
