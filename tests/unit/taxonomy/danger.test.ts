import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emergencyCalls } from '@/lib/taxonomy/danger';
import { readCsv } from '@/seeds/csv';
import { allItemTexts } from '@/seeds/demo/texts/item-texts';
import { readSentence } from '@/seeds/demo/texts/sentence';
import { readTaxonomy } from '@/seeds/reference-data';

/** `call`: the number that must be among those named; `none` for words that only sound like danger. */
const read = (name: string) =>
  readCsv(readFileSync(new URL(name, import.meta.url), 'utf8')).map((row) => ({
    call: row.call ?? '',
    words: row.words ?? '',
  }));
/** Learned: every row is loaded as an example, so what is measured on these is what was kept, not what is reached. */
const learned = read('../../../seeds/reference/danger-examples.csv');
/** Held out, loaded nowhere: looked at only to measure, never to tune. Written before the words were widened, and after. */
const heldOut = [
  { name: 'before', sentences: read('./danger-strangers.csv'), atLeast: 0.95, atMost: 0.17 },
  { name: 'afterwards', sentences: read('./danger-afterwards.csv'), atLeast: 0.75, atMost: 0.07 },
];
const { emergencyWords, items } = readTaxonomy();
/** Items whose own matter is dangerous: what is said of these may well alarm. */
const urgent = new Set(items.filter(({ urgency }) => urgency === 'U1' || urgency === 'U2').map(({ code }) => code));
const callsOf = (words: string) => emergencyCalls(words, emergencyWords).flatMap(({ call }) => call.split('/'));

/**
 * Every sentence of danger among the learned examples is known, with the right number: that is a promise, and no measure.
 * How far it reaches beyond them, measured 2026-11-22 on the held-out files (danger found, false alarms on sentences written
 * to sound alike):
 *
 *                              phrases before      phrases widened       with likeness
 *   written before widening    51 of 64, 7 of 68    63 of 64, 8 of 68     64 of 64, 10 of 68
 *   written afterwards         26 of 64, 1 of 61    36 of 64, 2 of 61     50 of 64, 3 of 61
 *
 * Phrases make an order U1; likeness only shows the numbers, to 8 of 306 of the demo's residents whose matter can wait.
 * So words of danger are a help, and the screens say 危急请先拨 whatever was written.
 */
describe('words of danger (3.9)', () => {
  const danger = learned.filter(({ call }) => call !== 'none');
  const harmless = learned.filter(({ call }) => call === 'none');

  it('has learned at least 40 of each', () => {
    expect(danger.length).toBeGreaterThanOrEqual(40);
    expect(harmless.length).toBeGreaterThanOrEqual(40);
  });

  it('are found in every learned sentence of danger, with the number to call', () => {
    expect(danger.filter(({ call, words }) => !callsOf(words).includes(call))).toEqual([]);
  });

  it('raise at most two false alarms in forty learned sentences', () => {
    const false_ = harmless.filter(({ words }) => callsOf(words).length > 0);
    process.stdout.write(
      `danger, learned: ${danger.length} of ${danger.length}, false ${false_.length} of ${harmless.length}\n`,
    );
    expect(false_.length).toBeLessThanOrEqual(Math.floor((harmless.length * 2) / 40));
  });

  it.each(heldOut)('reach held-out sentences that nobody tuned them on, written $name', (of) => {
    const alarmed = (is: boolean) => {
      const all = of.sentences.filter(({ call }) => (call !== 'none') === is);
      return [all.filter(({ words }) => callsOf(words).length > 0).length, all.length] as const;
    };
    const [found, danger] = alarmed(true);
    const [false_, harmless] = alarmed(false);
    process.stdout.write(`danger, held out ${of.name}: ${found} of ${danger}, false ${false_} of ${harmless}\n`);
    expect(Math.min(danger, harmless)).toBeGreaterThanOrEqual(60);
    expect(found / danger).toBeGreaterThanOrEqual(of.atLeast);
    expect(false_ / harmless).toBeLessThanOrEqual(of.atMost);
  });

  it('alarm hardly anybody among the residents of the demo', () => {
    const words = allItemTexts.flatMap(({ item, topics }) => {
      const ofTopic = ({ spoken = [], chat = [] }: (typeof topics)[number]) => [...spoken, ...chat];
      return urgent.has(item) ? [] : topics.flatMap(ofTopic).map((text) => readSentence(text).words);
    });
    const alarms = words.filter((said) => callsOf(said).length > 0);
    process.stdout.write(`danger, demo: ${alarms.length} alarms of ${words.length}\n`);
    expect(alarms.length / words.length).toBeLessThanOrEqual(0.04);
  });

  it('take less than 3 ms', () => {
    const startedAt = performance.now();
    for (const { words } of learned) callsOf(words);
    expect((performance.now() - startedAt) / learned.length).toBeLessThan(3);
  });

  it.each(['自杀', '着火', '煤气味', '有人伤人', '有人被困', '打人'])('knows the word of the rule: %s', (words) => {
    expect(callsOf(words).length).toBeGreaterThan(0);
  });

  it('alarm nobody where somebody only tops up the gas card', () => {
    expect(emergencyCalls('煤气卡充值去哪里', emergencyWords)).toEqual([]);
  });

  it('are quoted as they were said, once, with the fittest number', () => {
    expect(emergencyCalls('楼上着火了，着火了！', emergencyWords)).toEqual([{ word: '着火', call: '119', sure: true }]);
    expect(emergencyCalls('有人要跳楼', emergencyWords).map(({ call }) => call)).toContain('110/12356');
  });

  it('sound alike where no phrase names them: that is shown, and not yet sure', () => {
    const [alike] = emergencyCalls('电梯上到七楼不走了，我跟邻居都在里头', emergencyWords);
    expect(alike).toMatchObject({ call: '119', sure: false });
    expect('电梯上到七楼不走了，我跟邻居都在里头').toContain(alike?.word);
  });

  it('is no danger only because what is feared is named, and danger although something is feared', () => {
    expect(callsOf('楼道堆东西怕着火')).toEqual([]);
    expect(callsOf('楼下着火了，我怕着火烧上来')).toEqual(['119']);
  });

  it('names only numbers that the screens know', () => {
    const numbers = new Set(emergencyWords.flatMap(({ call }) => call.split('/')).filter((call) => call !== 'none'));
    expect([...numbers].sort()).toEqual(['110', '119', '120', '12356']);
    expect(new Set(emergencyWords.map(({ word }) => word)).size).toBe(emergencyWords.length);
  });
});
