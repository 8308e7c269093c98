import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { suggestItems } from '@/lib/taxonomy/suggest';
import { readCsv } from '@/seeds/csv';
import { allItemTexts } from '@/seeds/demo/texts/item-texts';
import { readSentence } from '@/seeds/demo/texts/sentence';
import { readTaxonomy } from '@/seeds/reference-data';

interface Sentence {
  /** The first is the item; further ones are as good; `none` when nothing fits. */
  items: string[];
  words: string;
}

const read = (name: string): Sentence[] =>
  readCsv(readFileSync(new URL(name, import.meta.url), 'utf8')).map((row) => ({
    items: (row.items ?? '').split(' '),
    words: row.words ?? '',
  }));

/** The development half: the suggester was tuned on it and learns its likeness from it. */
const examples = read('../../../seeds/reference/examples.csv');
/** The other half, written at the same time, by the same people, and looked at only to measure. */
const heldOut = read('./sentences.csv');
/** Every second sentence of the demo's residents, whom others gave their words: nothing was tuned on these. */
const strangers: Sentence[] = allItemTexts
  .flatMap(({ item, topics }) =>
    topics.flatMap((topic) =>
      (['spoken', 'chat', 'clerk', 'patrol', 'alert'] as const)
        .flatMap((style) => (topic[style] ?? []).map(readSentence))
        .map(({ words }) => ({ items: [item], words: words.replace(/\{\w+\}/g, '5号楼') })),
    ),
  )
  .filter((_, i) => i % 2 === 1);

const { items } = readTaxonomy();
const known = items.map((item) => ({ ...item, keywords: item.keywords as string[] }));
const suggest = (words: string) =>
  suggestItems(words, known).map(({ code, because }) => (because.length > 0 ? code : 'none'));

function measure(sentences: readonly Sentence[]): { top1: number; top3: number } {
  const share = (fits: (said: Sentence, codes: string[]) => boolean) =>
    sentences.filter((said) => fits(said, suggest(said.words))).length / sentences.length;
  return {
    top1: share((said, [first]) => said.items.includes(first ?? '')),
    top3: share((said, codes) => codes.some((code) => said.items.includes(code))),
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/**
 * How often the item is right. Measured 2026-11-22 (the rule of keywords before it in brackets):
 * held out 97.6 % first, 99.6 % among three (29.2 %, 29.6 %); strangers 75.9 %, 87.7 % (about 32 %, 33 %).
 * The strangers are the honest figure: who writes the words also writes half of the sentences.
 */
describe('how often the words find their item', () => {
  it.each([
    ['examples', examples, 0.97, 0.97],
    ['held out', heldOut, 0.95, 0.98],
    ['strangers', strangers, 0.72, 0.85],
  ] as const)('%s', (name, sentences, least1, least3) => {
    const { top1, top3 } = measure(sentences);
    process.stdout.write(`${name} (${sentences.length}): first ${percent(top1)}, among three ${percent(top3)}\n`);
    expect(top1).toBeGreaterThanOrEqual(least1);
    expect(top3).toBeGreaterThanOrEqual(least3);
  });

  it('says that nothing fits rather than guess, most of the time', () => {
    const unfit = heldOut.filter((said) => said.items[0] === 'none');
    expect(unfit.filter(({ words }) => suggest(words)[0] === 'none').length / unfit.length).toBeGreaterThanOrEqual(0.9);
  });

  it('has sentences for all 56 items in both halves, none twice', () => {
    expect(examples.length + heldOut.length).toBeGreaterThanOrEqual(360);
    for (const half of [examples, heldOut]) {
      expect(items.map(({ code }) => code).filter((code) => !half.some((said) => said.items[0] === code))).toEqual([]);
    }
    const all = [...examples, ...heldOut].map(({ words }) => words);
    expect(all.filter((words, i) => all.indexOf(words) !== i)).toEqual([]);
  });

  it('always quotes words that were said', () => {
    for (const { words } of heldOut) {
      for (const { because } of suggestItems(words, known)) {
        for (const word of because) expect(words).toContain(word);
      }
    }
  });

  it('takes less than 2 ms', () => {
    const round = () => {
      const startedAt = performance.now();
      for (const { words } of heldOut) suggest(words);
      return (performance.now() - startedAt) / heldOut.length;
    };
    // The best of three: the machine may be busy with something else.
    expect(Math.min(round(), round(), round())).toBeLessThan(2);
  });
});
