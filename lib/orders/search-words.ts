import { plainText, type Sought, soughtBigrams } from '@/lib/kernel/bigrams';

/** What somebody typed to look for, as terms: each has to be found, wherever it stands. */
export const termsOf = (q: string): string[] => [...new Set(plainText(q).split(/\s+/).filter(Boolean))];

/** The terms as they stand in the index; null when nothing of them is a letter or a digit. */
export function soughtOf(q: string): Sought[] | null {
  const sought = termsOf(q)
    .map(soughtBigrams)
    .filter(({ grams }) => grams.length > 0);
  return sought.length > 0 ? sought : null;
}

/** A stretch of a text: from the index `start`, to before `end`. */
export interface Found {
  start: number;
  end: number;
}

/** Where the terms of `q` stand in a text, in its order, laid together where they touch. */
export function foundIn(text: string, q: string): Found[] {
  // Full width and capital letters may become several characters: each plain one remembers where it came from.
  const from: Found[] = [];
  let plain = '';
  for (let start = 0; start < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const end = start + letter.length;
    const said = plainText(letter);
    plain += said;
    for (let i = 0; i < said.length; i++) from.push({ start, end });
    start = end;
  }
  const all = termsOf(q).flatMap((term) => placesOf(plain, term));
  const found = all
    .map(([start, end]) => ({ start: from[start]?.start ?? 0, end: from[end - 1]?.end ?? 0 }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const together: Found[] = [];
  for (const one of found) {
    const before = together.at(-1);
    if (before && one.start <= before.end) before.end = Math.max(before.end, one.end);
    else together.push({ ...one });
  }
  return together;
}

function placesOf(plain: string, term: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length)) {
    places.push([at, at + term.length]);
  }
  return places;
}

/** As many characters as one line of a list has. */
const longestExcerpt = 60;
/** How many characters stand before the first that was found, where it lies further on. */
const leadIn = 12;

/** The words cut to one line: from their beginning, or from where the first of what was looked for comes into sight. */
export function excerptOf(words: string, q?: string): string {
  const letters = [...words];
  const first = q ? foundIn(words, q)[0] : undefined;
  const at = first ? [...words.slice(0, first.end)].length : 0;
  if (!first || at <= longestExcerpt) return letters.slice(0, longestExcerpt).join('');
  const from = Math.max(0, [...words.slice(0, first.start)].length - leadIn);
  return `…${letters.slice(from, from + longestExcerpt - 1).join('')}`;
}
