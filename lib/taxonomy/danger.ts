import { type Found, findPhrase, phraseOf, plain, quote } from './phrase';

/** A phrase or, behind `~`, an example; `call` is `none` for an example that only sounds like danger. */
export interface DangerWord {
  word: string;
  call: string;
}

/** What was said that sounds like danger, and whom to call: `119`, or `110/12356` with the fittest first. */
export interface DangerCall {
  word: string;
  call: string;
  /**
   * Named by a phrase: an order of it is U1. What only sounds alike is shown with the numbers before it is sent, and
   * rouses nobody: of every thirty reports that could wait, one sounds so.
   */
  sure: boolean;
}

/** One to three Chinese characters, or a Latin word or two: what words and examples are compared by. */
interface Gram {
  text: string;
  start: number;
  end: number;
}

/** Endings are no difference between Latin words of which this much is alike. */
const stem = 6;

function gramsOf(text: string): Gram[] {
  const grams: Gram[] = [];
  let before: Gram | undefined;
  for (const { 0: run, index } of text.matchAll(/[a-z']+|\p{Script=Han}+/gu)) {
    if (/^[a-z']/.test(run)) {
      const word = { text: run.slice(0, stem), start: index, end: index + run.length };
      grams.push(word);
      if (before && text.slice(before.end, index).trim() === '') {
        grams.push({ text: `${before.text} ${word.text}`, start: before.start, end: word.end });
      }
      before = word;
    } else {
      for (let size = 1; size <= 3; size++) {
        for (let i = 0; i + size <= run.length; i++) {
          grams.push({ text: run.slice(i, i + size), start: index + i, end: index + i + size });
        }
      }
    }
  }
  return grams;
}

/** For each gram: how much more it is said in danger than where there is none, and for each number, than in all danger. */
type Learned = ReadonlyMap<string, ReadonlyMap<string, number>>;

const none = 'none';
/** All danger together, beside the numbers one by one. */
const any = 'any';
/** What is counted in addition to what was seen, so that a gram of one sentence proves little. */
const smoothing = 0.6;

function learn(examples: readonly DangerWord[]): Learned {
  const sentences = new Map<string, number>();
  const counts = new Map<string, Map<string, number>>();
  for (const { word, call } of examples) {
    const kinds = call === none ? [none] : [any, ...call.split('/')];
    const grams = new Set(gramsOf(plain(word)).map(({ text }) => text));
    for (const kind of kinds) {
      sentences.set(kind, (sentences.get(kind) ?? 0) + 1);
      for (const gram of grams) {
        const of = counts.get(gram) ?? new Map<string, number>();
        counts.set(gram, of.set(kind, (of.get(kind) ?? 0) + 1));
      }
    }
  }
  const shareOf = (of: ReadonlyMap<string, number>, kind: string, expected: number) =>
    ((of.get(kind) ?? 0) + smoothing * expected) / ((sentences.get(kind) ?? 0) + smoothing);
  const calls = [...sentences.keys()].filter((kind) => kind !== none && kind !== any);
  return new Map(
    [...counts].map(([gram, of]) => {
      // A single character is part of too many words to count in full.
      const worth = [...gram].length === 1 ? 0.5 : 1;
      const inDanger = shareOf(of, any, 0.5);
      const weights = new Map([[any, worth * Math.log(inDanger / shareOf(of, none, 0.5))]]);
      // Of a number with few examples, what is not known is taken to be as in all danger.
      for (const call of calls) weights.set(call, worth * Math.log(shareOf(of, call, inDanger) / inDanger));
      return [gram, weights];
    }),
  );
}

let learned: { from: readonly DangerWord[]; key: string; grams: Learned } | undefined;

/** Learned once for the same examples; others are learned anew. */
function learnedFrom(known: readonly DangerWord[]): Learned {
  if (learned?.from === known) return learned.grams;
  const examples = known.filter(({ word }) => word.startsWith('~'));
  const key = examples.map(({ word, call }) => `${call}${word}`).join('\n');
  learned = { from: known, key, grams: learned?.key === key ? learned.grams : learn(examples) };
  return learned.grams;
}

/** From this much likeness on, words without any phrase of danger count as danger. Chosen before it was measured. */
const least = 1.5;

/** The words that made a text sound like danger: the stretch of it that says most, within one sentence. */
function tellingPart(text: string, weights: readonly number[]): { start: number; end: number } {
  let best = { start: 0, end: 0, sum: 0 };
  let now = { start: 0, sum: 0 };
  for (const [at, weight] of weights.entries()) {
    if (now.sum <= 0 || /[，。！？；,.!?;\n]/.test(text[at] ?? '')) now = { start: at, sum: 0 };
    now.sum += weight;
    if (now.sum > best.sum) best = { start: now.start, end: at + 1, sum: now.sum };
  }
  return best;
}

/** What sounds like the examples of danger more than like the harmless ones; null when it does not. */
function soundsLikeDanger(text: string, grams: Learned): { start: number; end: number; call: string } | null {
  const seen = new Set<string>();
  const sums = new Map<string, number>();
  const weights = Array.from({ length: text.length }, () => 0);
  for (const { text: gram, start, end } of gramsOf(text)) {
    const says = grams.get(gram);
    if (!says || seen.has(gram)) continue;
    seen.add(gram);
    for (const [kind, weight] of says) sums.set(kind, (sums.get(kind) ?? 0) + weight);
    for (let at = start; at < end; at++) weights[at] = (weights[at] ?? 0) + (says.get(any) ?? 0) / (end - start);
  }
  if ((sums.get(any) ?? 0) / Math.sqrt(1 + text.length) < least) return null;
  const [call = '110'] = [...sums.keys()]
    .filter((kind) => kind !== any)
    .sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0));
  return { ...tellingPart(text, weights), call };
}

/**
 * The words of danger in what was said (3.9), as they were said, with whom to call: the fittest number first. Phrases
 * decide; where none is found, the likeness to examples does.
 */
export function emergencyCalls(words: string, known: readonly DangerWord[]): DangerCall[] {
  const text = plain(words);
  const typed = text.length === words.length ? words : text;
  const byCall = new Map<string, Found[]>();
  for (const { word, call } of known) {
    if (word.startsWith('~')) continue;
    const found = findPhrase(text, phraseOf(word));
    if (found.length > 0) byCall.set(call, [...(byCall.get(call) ?? []), ...found]);
  }
  const said = [...byCall].flatMap(([call, found]) => quote(typed, found).map((word) => ({ word, call, sure: true })));
  if (said.length > 0) return said;
  const alike = soundsLikeDanger(text, learnedFrom(known));
  return alike ? quote(typed, [alike]).map((word) => ({ word, call: alike.call, sure: false })) : [];
}
