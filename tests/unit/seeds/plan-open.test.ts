import { describe, expect, it } from 'vitest';
import { tellsSomething } from '@/lib/kernel/text';
import { limits } from '@/lib/orders/input';
import { openStatuses } from '@/lib/orders/status';
import { openOrders, planDemoOrders } from '@/seeds/demo/plan';
import { planItem } from '@/seeds/demo/plan-items';
import type { PlannedOrder } from '@/seeds/demo/plan-order';
import { verifierOf } from '@/seeds/demo/plan-places';
import { stepsOf } from './plan-counting';
import { walk } from './plan-simulation';

const seed = 20_240_115;
const now = Date.parse('2024-01-15T08:20:00+08:00');
const plan = openOrders({ seed, now });
const walked = plan.map(walk);
const byKey = (key: string): PlannedOrder => {
  const order = plan.find((one) => one.key === key);
  if (!order) throw new Error(`no order ${key}`);
  return order;
};

describe('the orders that are open when the demo begins', () => {
  it('are the same for the same seed and moment', () => {
    expect(openOrders({ seed, now })).toEqual(plan);
  });

  it.each(['2024-01-15T08:20:00', '2026-11-22T10:15:00', '2026-07-05T03:00:00', '2025-06-10T13:00:00'])(
    'are walked without a refusal to where they stand, all before %s',
    (moment) => {
      const clock = Date.parse(`${moment}+08:00`);
      const orders = openOrders({ seed, now: clock }).map(walk);
      expect(orders.flatMap((one) => one.problems)).toEqual([]);
      for (const one of orders) {
        expect(Math.max(one.plan.submittedAt, ...one.times), one.plan.key).toBeLessThanOrEqual(clock);
        // No step had to wait for the one before it.
        const wanted = one.plan.steps.map((step) => ('at' in step && 'epochMs' in step.at ? step.at.epochMs : 0));
        expect(one.times, one.plan.key).toEqual(wanted);
      }
    },
  );

  it('ask, decline, return and release with words that tell something, as the finished ones do', () => {
    const all = [...plan, ...planDemoOrders({ seed })];
    const questions = stepsOf(all, 'ask_info').map(({ words }) => words);
    const bases = [
      ...stepsOf(all, 'decline').map(({ words }) => words),
      ...stepsOf(all, 'return').map(({ basis }) => basis),
      ...stepsOf(all, 'release').map(({ reason }) => reason),
    ];
    expect(Math.min(questions.length, bases.length)).toBeGreaterThan(5);
    expect(questions.filter((words) => !tellsSomething(words, limits.questionMin))).toEqual([]);
    expect(bases.filter((words) => !tellsSomething(words, limits.basisMin))).toEqual([]);
  });

  it('stand in every state that this issue has, and in some that are over', () => {
    const states = new Set(walked.map((one) => one.status));
    for (const status of openStatuses.filter((one) => one !== 'suspended'))
      expect(states.has(status), status).toBe(true);
    expect(new Set(plan.map((one) => one.key)).size).toBe(plan.length);
  });

  it('give the volunteers six errands and more', () => {
    const errands = plan.filter((one) => one.item === '0902' && one.endsAs === 'offered');
    expect(errands.length).toBeGreaterThanOrEqual(6);
    expect(errands.filter((one) => one.cell.endsWith('005')).length).toBeGreaterThanOrEqual(3);
  });

  it('give every branch two to verify, and the secretary the park', () => {
    const waiting = plan.filter((one) => one.endsAs === 'awaiting_verification');
    for (const verifier of ['heping', 'luping', 'zhengshucheng', 'tangyue']) {
      expect(waiting.filter((one) => verifierOf(one.cell) === verifier).length, verifier).toBeGreaterThanOrEqual(2);
    }
    expect(waiting.some((one) => verifierOf(one.cell) === 'shuji')).toBe(true);
    const evidence = (key: string) => byKey(key).steps.find((step) => step.step === 'submit_evidence');
    const missing = evidence('o-verify-missing');
    expect(missing?.step === 'submit_evidence' && missing.missing.length).toBe(1);
    const stale = evidence('o-verify-stale');
    expect(stale?.step === 'submit_evidence' && stale.pieces.map((piece) => piece.picture)).toContain('same_as_before');
    // The deck of the third branch begins with a good pair; the photo shown twice comes later.
    const pair = evidence('o-verify-pair');
    expect(byKey('o-verify-pair').photos).toBe(1);
    expect(pair?.step === 'submit_evidence' && pair.pieces.map((piece) => piece.picture)).toEqual(['after']);
    const at = (step: typeof pair) => (step && 'at' in step && 'epochMs' in step.at ? step.at.epochMs : 0);
    expect(at(pair)).toBeLessThan(at(stale));
    expect(byKey('o-verify-family').requester.personKey).toBe('family-zheng');
  });

  it('ask each resident with an account for a rating', () => {
    const rating = plan.filter((one) => one.endsAs === 'awaiting_rating').map((one) => one.requester.personKey);
    expect(rating).toEqual(expect.arrayContaining(['wangguilan', 'sunxiuying', 'zhoujianguo', 'annakeller']));
  });

  it('show sealed, anonymous, confidential and English ones, and two at the street', () => {
    const items = plan.filter((one) => one.endsAs === 'assigned').map((one) => one.item);
    expect(items).toEqual(expect.arrayContaining(['0901', '1102', '1101']));
    expect(plan.some((one) => one.requester.anonymous)).toBe(true);
    expect(plan.some((one) => one.requester.confidential)).toBe(true);
    expect(byKey('o-rate-anna').words).toMatch(/^[\x20-\x7e]+$/);
    expect(walked.find((one) => one.plan.key === 'o-reopened-twice')?.reopenings).toBe(2);
    expect(byKey('o-about-community').about?.unit).toBe('PL-COMM');
  });

  it('are urgent where the program itself has to dispatch them', () => {
    for (const key of ['o-urgent-water', 'o-urgent-lift', 'o-power-alert']) {
      expect(['U1', 'U2']).toContain(planItem(byKey(key).item).urgency);
      expect(byKey(key).steps).toEqual([]);
    }
  });
});
