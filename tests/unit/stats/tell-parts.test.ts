import { describe, expect, it } from 'vitest';
import { publicMinimum, tellParts } from '@/lib/stats/policy';

const parts = (...counts: number[]) => counts.map((count, i) => ({ name: String(i), count }));
const counts = ({ told, other }: ReturnType<typeof tellParts>) => [told.map(({ count }) => count), other];

describe('parts of a public sum', () => {
  it('are told where there are enough of each, the largest first', () => {
    expect(counts(tellParts(parts(5, 12, 7, 0)))).toEqual([[12, 7, 5], 0]);
  });

  it('are told together where they are small', () => {
    expect(counts(tellParts(parts(20, 4, 3, 2)))).toEqual([[20], 9]);
  });

  it('take a larger one along, so that a single small one is not the rest of the sum', () => {
    expect(counts(tellParts(parts(20, 9, 4)))).toEqual([[20], 13]);
    expect(counts(tellParts(parts(20, 9, 1, 1)))).toEqual([[20], 11]);
    expect(counts(tellParts(parts(3)))).toEqual([[], 3]);
  });

  it('never leave a small one to be reckoned back, whatever they are', () => {
    for (let seed = 1; seed < 400; seed++) {
      const some = parts(...Array.from({ length: 1 + (seed % 7) }, (_, i) => (seed * (i + 3) * 7919) % 23));
      const { told, other } = tellParts(some as { count: number }[]);
      const hidden = some.filter(({ count }) => count > 0).length - told.length;
      expect(told.every(({ count }) => count >= publicMinimum)).toBe(true);
      expect(told.reduce((n, { count }) => n + count, other)).toBe(some.reduce((n, { count }) => n + count, 0));
      if (hidden > 0 && told.length > 0) expect(hidden >= 2 && other >= publicMinimum).toBe(true);
    }
  });
});
