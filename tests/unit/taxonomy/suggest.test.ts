import { describe, expect, it } from 'vitest';
import { emergencyCalls } from '@/lib/taxonomy/danger';
import { suggestItems, unnamedItem } from '@/lib/taxonomy/suggest';
import { readTaxonomy } from '@/seeds/reference-data';

const { items, emergencyWords } = readTaxonomy();
const first = (words: string) =>
  suggestItems(
    words,
    items.map((item) => ({ ...item, keywords: item.keywords as string[] })),
  )[0];

describe('words → item', () => {
  it.each([
    ['5号楼楼道灯不亮了', '0601'],
    ['我们C区老年人连个棋牌室都没有', '0603'],
    ['听说四个小区停车要收费了', '0803'],
    ['楼上漏水把我家天花板泡了', '1101'],
    ['能不能帮我买降压药', '0902'],
    ['电梯困人了', '0502'],
    ['单元门坏了关不上', '0501'],
  ])('%s', (words, code) => {
    expect(first(words)?.code).toBe(code);
    expect(first(words)?.because.length).toBeGreaterThan(0);
  });

  it('what nobody can name goes to suggestions, and says that nothing spoke for it', () => {
    expect(first('嗯嗯嗯')).toEqual({ code: unnamedItem, because: [] });
  });

  it('words of danger name whom to call', () => {
    expect(emergencyCalls('楼上着火了', emergencyWords).map((e) => e.word)).toEqual(['着火']);
    expect(emergencyCalls('楼道灯不亮', emergencyWords)).toEqual([]);
  });

  it('reads 15 categories and 56 items', () => {
    expect(readTaxonomy().categories).toHaveLength(15);
    expect(items).toHaveLength(56);
  });
});
