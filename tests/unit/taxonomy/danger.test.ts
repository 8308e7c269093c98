import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyCalls } from '@/lib/taxonomy/suggest';
import { readCsv } from '@/seeds/csv';
import { readTaxonomy } from '@/seeds/reference-data';

/** `call`: the number that must be among those named; `none` for words that only sound like danger. */
const read = (name: string) =>
  readCsv(readFileSync(new URL(name, import.meta.url), 'utf8')).map((row) => ({
    call: row.call ?? '',
    words: row.words ?? '',
  }));
const sentences = read('./danger.csv');
/** Held out: written before the words were widened, looked at only to measure, never to tune. */
const strangers = read('./danger-strangers.csv');
const { emergencyWords } = readTaxonomy();
const callsOf = (words: string) => emergencyCalls(words, emergencyWords).flatMap(({ call }) => call.split('/'));

/**
 * Every sentence of danger on the list is known, with the right number: that is a promise. How far it reaches beyond
 * the list is measured by `round1` to `round3`, each written after the words and measured before they were widened:
 * 7 of 27, 17 of 33, 9 of 30 were found at first, with 5 of 20, 2 of 25 and 1 of 30 false alarms. So words of danger are
 * a help, and the screens say 危急请先拨 whatever was written.
 */
describe('words of danger (3.9)', () => {
  const danger = sentences.filter(({ call }) => call !== 'none');
  const harmless = sentences.filter(({ call }) => call === 'none');

  it('has at least 40 of each', () => {
    expect(danger.length).toBeGreaterThanOrEqual(40);
    expect(harmless.length).toBeGreaterThanOrEqual(40);
  });

  it('are found in every sentence of danger, with the number to call', () => {
    expect(danger.filter(({ call, words }) => !callsOf(words).includes(call))).toEqual([]);
  });

  it('raise at most two false alarms in forty', () => {
    const false_ = harmless.filter(({ words }) => callsOf(words).length > 0);
    process.stdout.write(`danger ${danger.length} of ${danger.length}, false ${false_.length} of ${harmless.length}\n`);
    expect(false_.length).toBeLessThanOrEqual(Math.floor((harmless.length * 2) / 40));
  });

  it('reach sentences that nobody tuned them on', () => {
    const [danger, harmless] = [true, false].map((is) => strangers.filter(({ call }) => (call !== 'none') === is));
    const found = (danger ?? []).filter(({ call, words }) => callsOf(words).includes(call)).length;
    const false_ = (harmless ?? []).filter(({ words }) => callsOf(words).length > 0).length;
    const [all, none] = [danger?.length ?? 0, harmless?.length ?? 0];
    process.stdout.write(`danger, held out: ${found} of ${all} with the right number, false ${false_} of ${none}\n`);
    expect([all, none].every((count) => count >= 60)).toBe(true);
    expect(found / all).toBeGreaterThanOrEqual(0.76);
    expect(false_ / none).toBeLessThanOrEqual(0.11);
  });

  it.each(['自杀', '着火', '煤气味', '有人伤人', '有人被困', '打人'])('knows the word of the rule: %s', (words) => {
    expect(callsOf(words).length).toBeGreaterThan(0);
  });

  it('alarm nobody where somebody only tops up the gas card', () => {
    expect(emergencyCalls('煤气卡充值去哪里', emergencyWords)).toEqual([]);
  });

  it('are quoted as they were said, once, with the fittest number', () => {
    expect(emergencyCalls('楼上着火了，着火了！', emergencyWords)).toEqual([{ word: '着火', call: '119' }]);
    expect(emergencyCalls('有人要跳楼', emergencyWords).map(({ call }) => call)).toContain('110/12356');
  });

  it('is no danger only because what is feared is named, and danger although something is feared', () => {
    expect(callsOf('楼道堆东西怕着火')).toEqual([]);
    expect(callsOf('楼下着火了，我怕着火烧上来')).toEqual(['119']);
  });

  it('names only numbers that the screens know', () => {
    const numbers = new Set(emergencyWords.flatMap(({ call }) => call.split('/')));
    expect([...numbers].sort()).toEqual(['110', '119', '120', '12356']);
    expect(new Set(emergencyWords.map(({ word }) => word)).size).toBe(emergencyWords.length);
  });
});
