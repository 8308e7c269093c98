import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { planDemoOrders } from '@/seeds/demo/plan';
import { planCalendar } from '@/seeds/demo/plan-calendar';
import { isDisputeItem, isPropertyItem, planItem, planItems } from '@/seeds/demo/plan-items';
import { paceOf } from '@/seeds/demo/plan-route';
import { count, has, stepsOf, tally } from './plan-counting';
import { type Walked, walk } from './plan-simulation';

const seed = 20_240_115;
const plan = planDemoOrders({ seed });
const walked = plan.map(walk);
const at = (text: string) => Date.parse(`${text}+08:00`);
const sha = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the history of the demo', () => {
  it('is the same for the same seed and another for another', () => {
    expect(sha(planDemoOrders({ seed }))).toBe(sha(plan));
    expect(sha(planDemoOrders({ seed: 7 }))).not.toBe(sha(plan));
  });

  it('has 440 orders, 200 of property management and 26 disputes, all of which are settled', () => {
    expect(plan).toHaveLength(440);
    expect(count(plan, (o) => isPropertyItem(o.item))).toBe(200);
    const disputes = plan.filter((o) => isDisputeItem(o.item));
    expect(disputes).toHaveLength(26);
    for (const order of disputes) {
      expect(order.endsAs).toBe('closed');
      expect(stepsOf([order], 'submit_evidence').every((step) => step.outcome === 'resolved')).toBe(true);
      expect(has(order, 'reopen') || stepsOf([order], 'rate').some((step) => step.solved !== 'yes')).toBe(false);
    }
  });

  it('has every item that happens in the steady state, in the proportions of its weight', () => {
    const counts = tally(plan.map((o) => o.item));
    for (const item of planItems) expect((counts[item.code] ?? 0) > 0).toBe(item.weight > 0);
    // 70 of the 434 ‰ of the property tag, of 200.
    expect(counts['0501']).toBe(32);
    expect(counts['0802']).toBe(28);
    expect(counts['1101']).toBe(12);
    expect(count(plan, (o) => /^0[12]/.test(o.item))).toBeLessThanOrEqual(15);
  });

  it('comes in by the channels of 5.1', () => {
    expect(tally(plan.map((o) => o.channel))).toEqual({
      chat: 119,
      hall: 97,
      representative: 62,
      patrol: 66,
      web: 61,
      phone: 22,
      hotline: 9,
      power: 4,
    });
  });

  it('runs from 2023-07-01 to 2024-01-12, with more on weekdays and at the peak hours', () => {
    const dates = plan.map((o) => shanghaiDate(o.submittedAt));
    expect(dates[0]).toBe('2023-07-01');
    expect(dates.at(-1)).toBe('2024-01-12');
    expect([...dates].sort()).toEqual(dates);
    const weekdays = plan.map((o) => new Date(o.submittedAt + 8 * 3_600_000).getUTCDay());
    const perDay = (days: number[]) => count(weekdays, (day) => days.includes(day)) / days.length;
    expect(perDay([1, 2, 3, 4, 5])).toBeGreaterThan(perDay([6]));
    expect(perDay([6])).toBeGreaterThan(0);
    const hours = plan.map((o) => new Date(o.submittedAt + 8 * 3_600_000).getUTCHours());
    const peak = count(hours, (h) => [9, 10, 15, 16, 19, 20].includes(h)) / 6;
    const rest = count(hours, (h) => [8, 11, 13, 14, 17, 18].includes(h)) / 6;
    expect(peak).toBeGreaterThan(rest);
    for (const order of plan.filter((o) => o.channel === 'hall' || o.channel === 'hotline')) {
      expect(planCalendar.isWorkday(shanghaiDate(order.submittedAt)), order.key).toBe(true);
    }
  });

  it('is walked without a refusal by the table of actions, its relations and windows', () => {
    expect(walked.flatMap((one) => one.problems)).toEqual([]);
  });

  it.each([seed, 1, 2, 3, 4, 5, 6, 7, 8])('is over before 2024-01-15 08:00, with seed %i', (each) => {
    const orders = each === seed ? walked : planDemoOrders({ seed: each }).map(walk);
    expect(orders.flatMap((one) => one.problems)).toEqual([]);
    const late = orders.filter((one) => (one.times.at(-1) ?? 0) >= at('2024-01-15T08:00:00'));
    expect(late.map((one) => one.plan.key)).toEqual([]);
    expect(new Set(orders.map((one) => one.status))).toEqual(new Set(['closed', 'withdrawn', 'declined']));
  });

  it('has heating orders in the heating season and shifts with a beginning and an end', () => {
    for (const order of plan.filter((o) => o.item === '0704')) {
      expect(shanghaiDate(order.submittedAt) >= '2023-11-01', order.key).toBe(true);
    }
    for (const order of plan) {
      const shift = planItem(order.item).limits.finish.unit === 'shift_end';
      expect(order.shift !== undefined, order.key).toBe(shift);
      if (order.shift) {
        expect(order.shift.startsAt).toBeGreaterThan(order.submittedAt);
        expect(order.shift.endsAt).toBeGreaterThan(order.shift.startsAt);
      }
    }
  });
});

describe('how the history ends', () => {
  const verified = walked.filter((one) => has(one.plan, 'pass'));
  const passes = stepsOf(plan, 'pass').length;
  const answers = [
    ...stepsOf(plan, 'rate'),
    ...stepsOf(plan, 'callback').filter((step) => step.reached && !step.followUp),
  ];

  it('withdraws 1.5 %, declines 1 %, and closes three without an answer to a question', () => {
    expect(count(plan, (o) => o.endsAs === 'withdrawn')).toBe(7);
    expect(count(plan, (o) => o.endsAs === 'declined')).toBe(4);
    expect(stepsOf(plan, 'close_no_info')).toHaveLength(3);
    expect(new Set(stepsOf(plan, 'decline').map((step) => step.reason))).toEqual(
      new Set(['other_channel', 'litigation', 'unlawful', 'answered']),
    );
    expect(verified).toHaveLength(426);
  });

  it('is answered by 64 % of those that passed; the clock closes the others unrated', () => {
    expect(passes).toBe(435);
    expect(answers).toHaveLength(Math.round(0.64 * passes));
    expect(stepsOf(plan, 'close_unrated')).toHaveLength(passes - answers.length);
    for (const order of plan.filter((o) => has(o, 'close_unrated'))) expect(has(order, 'rate'), order.key).toBe(false);
  });

  it('has the stars and the solved shares of 5.2', () => {
    const stars = tally(answers.map((step) => String(step.stars)));
    expect(stars).toEqual({ 5: 197, 4: 47, 3: 20, 2: 8, 1: 6 });
    const solved = tally(answers.map((step) => String(step.solved)));
    expect(solved).toEqual({ yes: 259, partly: 11, no: 8 });
    for (const step of stepsOf(plan, 'rate')) {
      expect(step.reason !== undefined).toBe(step.solved === 'no' || step.stars <= 2);
      if (step.solved === 'no') expect(step.stars).toBeLessThanOrEqual(2);
    }
  });

  it('follows one or two stars by a call of somebody else', () => {
    for (const order of plan) {
      const last = stepsOf([order], 'rate').at(-1);
      if (!last || last.stars > 2 || last.solved === 'no') continue;
      expect(
        stepsOf([order], 'callback').some((step) => step.followUp),
        order.key,
      ).toBe(true);
    }
  });

  it('reopens 2 %, sends 7 % back to the handler and 0.8 % twice', () => {
    expect(walked.reduce((sum, one) => sum + one.reopenings, 0)).toBe(9);
    const reworked = verified.map((one) => stepsOf([one.plan], 'rework').length);
    expect(count(reworked, (times) => times > 0)).toBe(Math.round(0.07 * verified.length));
    expect(count(reworked, (times) => times > 1)).toBe(Math.round(0.008 * verified.length));
    expect(stepsOf(plan, 'rework').every((step) => [...step.words].length >= 10)).toBe(true);
    expect(new Set(stepsOf(plan, 'rework').map((step) => step.reason)).size).toBeGreaterThanOrEqual(3);
  });

  it('returns 5 %, with a reason of the closed list and a basis', () => {
    const returns = stepsOf(plan, 'return');
    expect(returns).toHaveLength(22);
    expect(new Set(returns.map((step) => step.reason))).toEqual(new Set(['R1', 'R2', 'R6', 'R7', 'R8']));
    expect(returns.every((step) => step.basis.length > 0)).toBe(true);
  });

  it('lets volunteers release, offers run out and the dispatcher choose again', () => {
    expect(stepsOf(plan, 'release')).toHaveLength(6);
    expect(stepsOf(plan, 'reassign')).toHaveLength(3);
    const unclaimed = plan.filter((o) => has(o, 'offer') && has(o, 'assign') && !has(o, 'claim'));
    expect(unclaimed).toHaveLength(5);
  });

  it('excuses eight missing pieces, each passed with a reason', () => {
    const waived = stepsOf(plan, 'pass').filter((step) => step.waiver !== undefined);
    expect(waived).toHaveLength(8);
    expect(waived.every((step) => [...(step.waiver ?? '')].length >= 10)).toBe(true);
    for (const order of plan) {
      const last = stepsOf([order], 'submit_evidence').at(-1);
      const passed = stepsOf([order], 'pass').at(-1);
      if (last) expect(last.missing.length > 0 === (passed?.waiver !== undefined), order.key).toBe(true);
    }
  });
});

describe('how fast the history is', () => {
  const accepted = walked.filter((one) => one.acceptMinutes !== null);
  const shownLate = (orders: Walked[]) => count(orders, (one) => one.finishedLate === true);

  it('is late with 4 % of the acceptances', () => {
    const share = count(accepted, (one) => one.acceptedLate.some(Boolean)) / accepted.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.055);
  });

  it('finishes 6 % late, and hardly any of U1', () => {
    const verified = walked.filter((one) => one.finishedLate !== null);
    const urgent = verified.filter((one) => planItem(one.plan.item).urgency === 'U1');
    const others = verified.filter((one) => !urgent.includes(one));
    expect(shownLate(urgent)).toBeLessThanOrEqual(1);
    expect(shownLate(others) / others.length).toBeGreaterThan(0.05);
    expect(shownLate(others) / others.length).toBeLessThan(0.07);
  });

  it('accepts by the medians of the groups', () => {
    const minutes: Record<string, number[]> = {};
    for (const order of plan) {
      const accept = order.steps.findIndex((step) => step.step === 'sign' || step.step === 'claim');
      const step = order.steps[accept];
      const assign = order.steps.slice(0, Math.max(accept, 0)).findLast((one) => one.step === 'assign');
      const item = planItem(order.item);
      if (!step || !('after' in step) || item.urgency === 'U1' || item.urgency === 'U2') continue;
      const pace = step.step === 'claim' ? 'VOL' : assign?.step === 'assign' ? paceOf(assign.handler) : null;
      if (!pace) continue;
      const spent = 'minutes' in step.after ? step.after.minutes : step.after.workingMinutes;
      minutes[pace] = [...(minutes[pace] ?? []), spent];
    }
    const median = (pace: string) =>
      [...(minutes[pace] ?? [])].sort((a, b) => a - b)[Math.floor((minutes[pace]?.length ?? 0) / 2)];
    expect(median('VOL')).toBeGreaterThanOrEqual(6);
    expect(median('VOL')).toBeLessThanOrEqual(18);
    expect(median('GRID')).toBeGreaterThanOrEqual(12);
    expect(median('GRID')).toBeLessThanOrEqual(45);
    expect(median('PROP')).toBeGreaterThanOrEqual(30);
    expect(median('PROP')).toBeLessThanOrEqual(70);
  });
});
