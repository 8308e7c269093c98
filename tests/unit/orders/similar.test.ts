import { describe, expect, it } from 'vitest';
import { measureSimilar } from '@/bench/similar/measure';
import { likenessOf, type Report, wordsAlike } from '@/lib/orders/similar';

const hour = 3_600_000;
const one: Report = {
  item: '0601',
  category: '06',
  cell: 'C',
  building: 'C-05',
  position: { lat: 34.3, lng: 117.3 },
  words: '2单元三楼楼道灯不亮了',
  at: 0,
  photos: [],
};
const other = (more: Partial<Report>): Report => ({ ...one, words: '楼道灯坏了，看不见', ...more });
const kinds = (more: Partial<Report>) => likenessOf(one, other(more))?.reasons.map(({ kind }) => kind);

describe('two reports', () => {
  it('are alike within 72 hours in one cell, and no further', () => {
    expect(kinds({ at: 72 * hour })).toEqual(['same_item', 'same_building']);
    expect(kinds({ at: 72 * hour + 1 })).toBeUndefined();
    expect(kinds({ cell: 'D' })).toBeUndefined();
  });

  it('of other buildings need 50 m or less between them, or words alike', () => {
    const north = (metres: number) => ({ lat: 34.3 + metres / 111_195, lng: 117.3 });
    expect(kinds({ building: 'C-06', position: north(49) })).toEqual(['same_item', 'near']);
    expect(kinds({ building: 'C-06', position: north(52) })).toBeUndefined();
    expect(kinds({ building: null, position: null, words: '三楼楼道灯不亮' })).toEqual(['same_item', 'words']);
  });

  it('of another item of the family need words in common; of another family nothing helps but the same photo', () => {
    expect(kinds({ item: '0604', words: '路面有坑' })).toBeUndefined();
    expect(kinds({ item: '0602', words: '楼道灯不亮' })).toEqual(['same_family', 'same_building', 'words']);
    expect(kinds({ item: '0701', category: '07', words: one.words })).toBeUndefined();
    const photo = { ...one, photos: ['a'] };
    expect(likenessOf(photo, other({ item: '0701', category: '07', photos: ['a'] }))?.reasons[0]?.kind).toBe(
      'same_photo',
    );
  });

  it('that name different stairs are not alike', () => {
    expect(kinds({ words: '1单元的楼道灯不亮了' })).toBeUndefined();
    expect(kinds({ words: '二单元的楼道灯不亮了' })).toContain('same_building');
  });

  it('of two words have nothing to compare', () => {
    expect(wordsAlike('灯坏', '灯坏')).toBe(0);
    expect(wordsAlike('灯坏了', '灯坏了')).toBe(1);
    expect(wordsAlike('灯', '灯不亮')).toBe(0);
    expect(wordsAlike('', '')).toBe(0);
  });
});

/**
 * Measured 2026-11-22 on 339 pairs, 136 of one thing: precision 92.5 %, recall 100 % where the item is known. Who wrote the rule
 * wrote the pairs, so the floors stand well below.
 */
describe('how well one thing is found', () => {
  it('among the labelled pairs, where the item is known', () => {
    const { pairs, precision, recall } = measureSimilar('right');
    expect(pairs).toBeGreaterThanOrEqual(300);
    expect(precision).toBeGreaterThan(0.85);
    expect(recall).toBeGreaterThan(0.9);
  });

  it('where the words alone say the item', () => {
    const { precision, recall } = measureSimilar('suggested');
    expect(precision).toBeGreaterThan(0.8);
    expect(recall).toBeGreaterThan(0.5);
  });
});
