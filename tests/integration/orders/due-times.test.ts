import { beforeAll, describe, expect, it } from 'vitest';
import { resumeDueOrders } from '@/lib/orders/commands/resume-due-orders';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { sharedCommunity } from '@/tests/support/community';
import { type Made, perform, rowOf, submitted } from '@/tests/support/orders';
import { clockSteps } from './clock-steps';
import { walkDueTimes } from './due-walk';

const c = sharedCommunity();
const { at, said, sentAt, then, photoless } = clockSteps(c);
const seeds = Array.from({ length: 20 }, (_, i) => 20240100 + i);
const steps = 20;
/** Seconds on a machine of its own; a machine that builds something beside it needs longer. */
const slowly = 180_000;

const done = new Map<string, number>();
let main: Made;

beforeAll(async () => {
  main = await submitted(c());
});

describe('whatever is done to an order, in whatever order', () => {
  it.each(seeds)(
    'its due times stand where the specification says, seed %i',
    async (seed) => {
      const walked = await walkDueTimes(c(), seed, steps, main);
      for (const [action, times] of walked.done) done.set(action, (done.get(action) ?? 0) + times);
      expect(walked.faults).toEqual([]);
    },
    slowly,
  );

  it('was walked through everything that may move a due time, and what may not', () => {
    const all =
      'assign offer claim sign reassign recall return release ask_info supplement suspend resume resume_by_clock ask_suspension ask_extension grant_extension refuse_extension lapse submit_evidence rework pass rate merge unmerge note nudge contact arrive leave recount'.split(
        ' ',
      );
    expect(all.filter((action) => !done.has(action))).toEqual([]);
    expect([...done.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(250);
  });

  it('left an intact history', async () => {
    expect((await verifyHistory(c().engine.reader)).misfits).toEqual([]);
  });
});

describe('by hand, around National Day 2024: the Sunday 29 September and the Saturday 12 October are worked', () => {
  const finishOf = async (order: Made) => said((await rowOf(c(), order)).finishBy);

  it('a finish that is dispatched at midday, extended, suspended and sent back', async () => {
    // 1503, 3 wd from Friday 12:00, which is midday: Fri 270, | Sat | Sun 29 480, Mon 480, | 1–7 | Tue 8 until 12:00 210.
    const order = await sentAt('2024-09-27T12:00', { item: '1503' });
    await perform(c(), 'limin', 'assign', order);
    await perform(c(), 'gaofeng', 'sign', order);
    expect(await finishOf(order)).toBe('2024-10-08T12:00');
    // Three days more, asked and granted at midday: Tue 8 270, Wed, Thu 960, Fri 11 until 12:00 210.
    await then('2024-09-29T12:30', 'gaofeng', 'ask_extension', order, { days: 3 });
    await then('2024-09-30T12:15', 'limin', 'grant_extension', order);
    expect(await finishOf(order)).toBe('2024-10-11T12:00');
    // Suspended from the midday of Tue 8 to the worked Saturday: 270 + 3 × 480 = 1710. From Fri 11 12:00: Fri 270, Sat 12
    // 480, | Sun | Mon 480, Tue 15 480.
    await then('2024-10-08T12:10', 'limin', 'suspend', order, { resumeOn: '2024-10-12' });
    expect(said((await rowOf(c(), order)).resumeAt)).toBe('2024-10-12T08:30');
    c().clock.set(at('2024-10-12T08:30'));
    await resumeDueOrders(c().ctx({ kind: 'system', name: 'clock' }));
    expect(await finishOf(order)).toBe('2024-10-15T18:00');
    // With the verifiers from Sat 11:59 to the midday of Monday: 1 + 270 + 210 = 481. Wed 16 480, Thu 17 one minute.
    await then('2024-10-12T11:59', 'gaofeng', 'submit_evidence', order, {
      ...photoless,
      pieces: [{ kind: 'reading', text: '52 分贝' }],
      missing: [{ kind: 'photo', reason: '手机坏了。' }],
    });
    await then('2024-10-14T13:00', 'zhengshucheng', 'rework', order);
    expect(await finishOf(order)).toBe('2024-10-17T08:31');
  });

  it('a suspension that somebody ends after its day counts up to its day, as one that the clock ends', async () => {
    const order = await sentAt('2024-09-27T12:00', { item: '1503' });
    await perform(c(), 'limin', 'assign', order);
    await perform(c(), 'gaofeng', 'sign', order);
    // Until Sun 29 08:30 it lay for nothing but the Friday afternoon, 270: from Tue 8 12:00 to 18:00.
    await then('2024-09-27T13:00', 'limin', 'suspend', order, { resumeOn: '2024-09-29' });
    await then('2024-10-09T10:00', 'limin', 'resume', order);
    expect(await finishOf(order)).toBe('2024-10-08T18:00');
  });
});
