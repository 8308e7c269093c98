/**
 * The notation of the words that speak for an item or for danger. Parts are looked for in their order, at most
 * `gap` characters apart; `|` parts alternatives; ` -` names words that take the meaning away.
 *
 *   `路灯`                       occurs
 *   `楼道|楼梯…黑`               one of two, then the other, near each other
 *   `煤气 -充值 -缴费`           not where 充值 or 缴费 stands near it
 *   `楼上 *1`                    counts 1 instead of its letters
 *   `!收费`                      speaks against the item instead of for it
 */
export interface Phrase {
  pattern: RegExp;
  /** The letters with which it can begin: a text without any of them need not be looked at. */
  starts: ReadonlySet<string>;
  without: string[];
  against: boolean;
  /** Given by hand, else counted from the letters. */
  weight: number | undefined;
}

/** Where in the text a phrase was found. */
export interface Found {
  /** As it was said, the words between the parts included. */
  said: string;
  start: number;
  end: number;
  /** How much it says: its letters without what stands between the parts; a Latin letter counts a third. */
  weight: number;
}

/** Full-width forms and capitals are no difference; lengths stay as they are for all that people type. */
export const plain = (words: string): string => words.normalize('NFKC').toLowerCase();

const gap = 8;
const literal = (text: string) => text.replace(/[.*+?^${}()[\]\\]/g, '\\$&');
const isLatin = (text: string) => /^[a-z]/.test(text);
/** A Latin word is not looked for inside another; its endings are free (`leak`, `leaking`). */
const alternative = (text: string) => (isLatin(text) ? `\\b${literal(text)}` : literal(text));

function readPhrase(notation: string): Phrase {
  const against = notation.startsWith('!');
  const [, body = '', weight] = /^!?(.*?)(?: \*([\d.]+))?$/.exec(plain(notation)) ?? [];
  const [said = '', ...without] = body.split(' -');
  const alternatives = said.split(/…|\.\.\./).map((part) => part.split('|'));
  const parts = alternatives.map((part) => `(${part.map(alternative).join('|')})`);
  const starts = new Set((alternatives[0] ?? []).map((text) => text.slice(0, 1)));
  const between = `[^。!?;\\n]{0,${isLatin(said) ? gap * 3 : gap}}?`;
  return {
    pattern: new RegExp(parts.join(between), 'g'),
    starts,
    without,
    against,
    weight: weight ? Number(weight) : undefined,
  };
}

const known = new Map<string, Phrase>();

/** The phrase of a notation; read once, since the same few hundred are asked for all day. */
export function phraseOf(notation: string): Phrase {
  const before = known.get(notation);
  if (before) return before;
  const phrase = readPhrase(notation);
  known.set(notation, phrase);
  return phrase;
}

const weightOf = (text: string) => [...text].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? 1 / 3 : 1), 0);

/** How far around a phrase a word that takes its meaning away is looked for. */
const reach = 10;

/** A `-` word speaks of this place: it lies over it, or, unless it only repeats what was found, near it. */
function isTaken(text: string, match: RegExpMatchArray, word: string): boolean {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const room = match.slice(1).some((part) => word.includes(part)) ? 0 : reach;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at < end + room && at + word.length > start - room) return true;
  }
  return false;
}

/** Every place where the phrase stands in the text (already `plain`), first to last. */
export function findPhrase(text: string, phrase: Phrase): Found[] {
  return [...text.matchAll(phrase.pattern)]
    .filter((match) => !phrase.without.some((word) => isTaken(text, match, word)))
    .map((match) => ({
      said: match[0],
      start: match.index,
      end: match.index + match[0].length,
      weight: phrase.weight ?? match.slice(1).reduce((sum, part) => sum + weightOf(part), 0),
    }));
}

/** Neighbouring and overlapping pieces as they were said, first to last. */
export function quote(text: string, pieces: readonly { start: number; end: number }[]): string[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return [...new Set(spans.map(({ start, end }) => text.slice(start, end).trim()))];
}
