import { expect, it } from 'vitest';
import { publicItems } from '@/lib/orders/public-items';
import { isSealedItem } from '@/lib/orders/sealed';
import { readTaxonomy } from '@/seeds/reference-data';

const { items } = readTaxonomy();
const told = items.filter(({ code }) => publicItems.includes(code));

it('tells only of items that exist, each once', () => {
  expect(told.map(({ code }) => code).sort()).toEqual([...publicItems].sort());
});

it('never tells of a sealed item', () => {
  expect(told.filter(isSealedItem)).toEqual([]);
});

it('never tells of business, elders, relief, disputes, papers, opinions, or of duty shifts', () => {
  expect(told.filter(({ code }) => /^(02|09|10|11|13|14)/.test(code))).toEqual([]);
  expect(told.filter(({ finishLimit }) => /shift/.test(finishLimit))).toEqual([]);
});
