import { describe, expect, it } from 'vitest';
import { clsOf, inpOf, lcpOf, tbtOf, worstPress } from '@/bench/pages/vitals';
import { type Entry, leastTold, type Seen } from '@/bench/pages/watch';

const entry = (startTime: number, duration = 0, more: Partial<Entry> = {}): Entry => ({
  name: '',
  startTime,
  duration,
  ...more,
});
const shift = (startTime: number, value: number, hadRecentInput = false) =>
  entry(startTime, 0, { value, hadRecentInput });
const seen = (some: Partial<Seen>): Seen => ({
  paint: [entry(300, 0, { name: 'first-paint' }), entry(400, 0, { name: 'first-contentful-paint' })],
  'largest-contentful-paint': [],
  'layout-shift': [],
  longtask: [],
  event: [],
  ...some,
});

describe('what the bench makes of the timeline of a page', () => {
  it('takes the last candidate for the largest paint, and nothing for none', () => {
    expect(lcpOf(seen({ 'largest-contentful-paint': [entry(400), entry(900)] }))).toBe(900);
    expect(lcpOf(seen({}))).toBeNaN();
  });

  it('counts of long tasks what is beyond 50 ms, between the first paint and the quiet', () => {
    // Before the paint; over it, 130 ms after; between; over the quiet, 100 ms before.
    const longtask = [entry(100, 200), entry(350, 180), entry(600, 70), entry(1900, 300)];
    expect(tbtOf(seen({ longtask }), 2000)).toBe(80 + 20 + 50);
    expect(tbtOf(seen({ longtask: [entry(500, 50)] }), 2000)).toBe(0);
  });

  it('adds up jumps that follow each other within a second, five at most, and takes the worst group', () => {
    expect(clsOf(seen({ 'layout-shift': [shift(100, 0.02), shift(900, 0.03), shift(3000, 0.04)] }))).toBeCloseTo(0.05);
    const many = [0, 900, 1800, 2700, 3600, 4500, 5400].map((at) => shift(at, 0.01));
    expect(clsOf(seen({ 'layout-shift': many }))).toBeCloseTo(0.06);
    expect(clsOf(seen({ 'layout-shift': [shift(100, 0.5, true)] }))).toBe(0);
  });

  it('takes the press that waited longest, and of none that was told the least that is told', () => {
    const event = [entry(10, 400), entry(20, 48, { interactionId: 7 }), entry(30, 96, { interactionId: 8 })];
    expect(worstPress(seen({ event }))?.startTime).toBe(30);
    expect(inpOf(seen({ event }))).toBe(96);
    expect(inpOf(seen({}))).toBe(leastTold);
  });
});
