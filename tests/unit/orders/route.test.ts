import { describe, expect, it } from 'vitest';
import { coHandlersOf, proposeHandler, type RouteStep } from '@/lib/orders/route';

const a = { unit: 'A' };
const b = { unit: 'B' };
const grid = { person: 'worker' };
const volunteers = { volunteers: true } as const;
const step = (join: RouteStep['join'], who: Omit<RouteStep, 'join'>): RouteStep => ({ join, ...who });
const proposed = (steps: RouteStep[], fellThrough = false, ...barred: string[]) => {
  const { handler, offer, with: beside, alternatives } = proposeHandler(steps, fellThrough, new Set(barred));
  return { handler, offer, beside: beside.length, alternatives: alternatives.length };
};

describe('the default route (3.1.5)', () => {
  it('A→B proposes A, and B after a return, a release or an unclaimed offer', () => {
    const route = [step('first', a), step('then', b)];
    expect(proposed(route)).toEqual({ handler: a, offer: false, beside: 0, alternatives: 1 });
    expect(proposed(route, true)).toEqual({ handler: b, offer: false, beside: 0, alternatives: 1 });
  });

  it('VOL→GRID begins with an offer, and then proposes the worker', () => {
    const route = [step('first', volunteers), step('then', grid)];
    expect(proposed(route)).toMatchObject({ handler: null, offer: true });
    expect(proposed(route, true)).toMatchObject({ handler: grid, offer: false });
  });

  it('A/B preselects A and leaves the choice, also after a return', () => {
    const route = [step('first', a), step('or', b)];
    expect(proposed(route)).toMatchObject({ handler: a, alternatives: 1 });
    expect(proposed(route, true)).toMatchObject({ handler: a, alternatives: 1 });
  });

  it('A+B gives A the order and names B in it', () => {
    const route = [step('first', a), step('with', b)];
    expect(proposed(route)).toEqual({ handler: a, offer: false, beside: 1, alternatives: 0 });
    expect(coHandlersOf(route, { unitCode: 'A', personId: null })).toEqual(['B']);
    // Whoever holds it is not named beside themselves.
    expect(coHandlersOf(route, { unitCode: 'B', personId: null })).toEqual([]);
    expect(
      coHandlersOf([step('first', grid), step('with', volunteers)], { unitCode: null, personId: 'worker' }),
    ).toEqual(['volunteers']);
  });

  it('leaves out who is barred: the next in the line steps in, or nobody', () => {
    expect(proposed([step('first', a), step('then', b)], false, 'A').handler).toEqual(b);
    expect(proposed([step('first', a), step('with', b)], false, 'A').handler).toEqual(b);
    expect(proposed([step('first', a)], false, 'A')).toMatchObject({ handler: null, offer: false });
    expect(proposed([], false)).toMatchObject({ handler: null, offer: false });
  });
});
