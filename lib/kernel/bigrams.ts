/** A stretch of Han characters, or a word of any other letters and digits with the marks that belong to them. */
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}][\p{M}]*)+/gu;
const isHan = /^\p{Script=Han}/u;

/** What is longer is found by its beginning; PostgreSQL keeps no word of over 2 KB. Characters. */
const longestWord = 64;

/** A text as it is compared: full width and half width alike, small and capital letters alike. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * What a text is found by, in its order: of each run of Han characters every two neighbours and then its last character
 * alone, so that every character begins one; every other word or number as a whole. Punctuation and spaces end a run and
 * are not kept. 水管漏水，A3 gives 水管 管漏 漏水 水 a3.
 */
export const bigrams = (text: string): string[] => runsOf(text).flatMap((run) => [...neighbours(run), ...lastOf(run)]);

/** What somebody looks for, as it stands in `bigrams` of every text that holds it. */
export interface Sought {
  /** In their order, one behind the other. */
  grams: string[];
  /** The last of them is the beginning of one: a single Han character, or a word that may go on. */
  open: boolean;
}

/** The same of what somebody looks for: its last run may go on in the text, so that it has no last character alone. */
export function soughtBigrams(text: string): Sought {
  const found = runsOf(text);
  const last = found.at(-1);
  const before = found.slice(0, -1).flatMap((run) => [...neighbours(run), ...lastOf(run)]);
  if (!last) return { grams: before, open: false };
  const end = neighbours(last);
  return end.length > 0
    ? { grams: [...before, ...end], open: false }
    : { grams: [...before, ...lastOf(last)], open: true };
}

/** Every two neighbouring characters, and where they stand: `start` and `end` as `slice` counts. */
export function pairsOf(run: string): { text: string; start: number; end: number }[] {
  const letters = [...run];
  let start = 0;
  return letters.slice(1).map((letter, i) => {
    const text = `${letters[i] ?? ''}${letter}`;
    const pair = { text, start, end: start + text.length };
    start += letters[i]?.length ?? 0;
    return pair;
  });
}

interface Run {
  text: string;
  han: boolean;
}

const runsOf = (text: string): Run[] =>
  [...plainText(text).matchAll(runs)].map(([run]) => ({ text: run, han: isHan.test(run) }));

/** Every two neighbours of a run of Han characters. */
const neighbours = ({ text, han }: Run): string[] => (han ? pairsOf(text).map((pair) => pair.text) : []);

/** The last character of a run of Han characters; any other run as a whole. */
const lastOf = ({ text, han }: Run): string[] =>
  han ? [...text].slice(-1) : [[...text].slice(0, longestWord).join('')];
