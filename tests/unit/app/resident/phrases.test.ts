import { describe, expect, it } from 'vitest';
import { suggestItems } from '@/lib/taxonomy/suggest';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import { readTaxonomy } from '@/seeds/reference-data';

const items = readTaxonomy().items.map((item) => ({ ...item, keywords: item.keywords as string[] }));
const suggested = (words: string) => suggestItems(words, items)[0]?.code;

/** What a tap on a phrase is taken for must be what a person would mean by it, in both languages. */
describe('the phrases to tap', () => {
  it.each([
    ['lamp', ['0601']],
    ['leak', ['0701']],
    ['rubbish', ['0401']],
    ['bike', ['0804']],
    ['noise', ['1101', '1102']],
  ] as const)('%s', (name, codes) => {
    expect(codes).toContain(suggested(zh.report.phrase[name]));
    expect(codes).toContain(suggested(en.report.phrase[name]));
  });
});
