import { describe, expect, it } from 'vitest';
import { isQuiet, mostTries, waitAfter } from '@/lib/notices/pace';

const at = (time: string) => Date.parse(`2024-01-10T${time}:00+08:00`);

describe('the wait before the next try', () => {
  it('doubles from ten seconds to an hour, in the upper half of that', () => {
    const longest = Array.from({ length: mostTries }, (_, i) => waitAfter(i + 1, 1) / 1000);
    expect(longest).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    expect(Array.from({ length: 3 }, (_, i) => waitAfter(i + 1, 0))).toEqual([5000, 10_000, 20_000]);
  });

  it('outlasts an hour, however the dice fall', () => {
    const shortest = Array.from({ length: mostTries - 1 }, (_, i) => waitAfter(i + 1, 0)).reduce((a, b) => a + b);
    expect(shortest).toBeGreaterThan(3_600_000);
  });
});

describe('the quiet of the night', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['03:00', true],
    ['06:59', true],
    ['07:00', false],
  ] as const)('at %s is %s, from 22 to 7', (time, quiet) => {
    expect(isQuiet(at(time), { from: 22, until: 7 })).toBe(quiet);
  });

  it('may lie within a day, and equal hours are none', () => {
    expect(isQuiet(at('12:30'), { from: 12, until: 14 })).toBe(true);
    expect(isQuiet(at('14:00'), { from: 12, until: 14 })).toBe(false);
    expect(isQuiet(at('03:00'), { from: 5, until: 5 })).toBe(false);
  });
});
