import { describe, expect, it } from 'vitest';
import { draftBytes, fittingFields } from '@/lib/drafts/input';

const words = '楼道灯不亮。';
const huge = '长'.repeat(30_000);

describe('what a draft keeps of more than it holds', () => {
  it('is every field where there is room, in the order of the form', () => {
    const fields = { b: words, a: ['1', '2'], c: '' };
    expect(Object.entries(fittingFields(fields, draftBytes(fields) + 10))).toEqual(Object.entries(fields));
  });

  it('is all but the longest, wherever that stands', () => {
    for (const fields of [
      { huge, words },
      { words, huge },
    ])
      expect(fittingFields(fields, 64 * 1024)).toEqual({ words });
  });

  it('is never more than the room, counted in bytes', () => {
    const fields = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${n}`, '长'.repeat(n * 40)]));
    for (const room of [0, 100, 5000, 20_000, 64 * 1024]) {
      expect(draftBytes(fittingFields(fields, room))).toBeLessThanOrEqual(Math.max(room, 2));
    }
  });
});
