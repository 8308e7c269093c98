import { type Likeness, learnLikeness, likeWords } from './likeness';
import { type Found, findPhrase, type Phrase, phraseOf, plain, quote } from './phrase';

export interface SuggestibleItem {
  code: string;
  nameZh: string;
  nameEn: string;
  urgency: string;
  /** In the notation of lib/calendar/limits; a shift ends with `shift end`. */
  finishLimit: string;
  /** In the notation of `phrase.ts`; those that begin with `~` are examples, only compared by their likeness. */
  keywords: string[];
}

export interface Suggestion {
  code: string;
  /** The words that spoke for it, as they were said; empty when nothing did. */
  because: string[];
}

/** What nobody could name goes to suggestions, whose promise is the most careful one; the dispatcher sets it right. */
export const unnamedItem = '1403';

/** Whether the limit of an item is the end of a shift, whose hours somebody has to set. */
export const isShift = (item: { finishLimit: string }): boolean => item.finishLimit === 'shift end';

/** Below this much, no words speak for an item: two letters of a phrase, or as much likeness. */
const least = 1.6;
/** What likeness counts beside phrases: enough to choose between items that the phrases leave equal. */
const likenessShare = 1.2;

interface Said {
  start: number;
  end: number;
  weight: number;
  /** Shares letters with a heavier piece, and need not be quoted beside it. */
  shared?: boolean;
}

/** What the phrases say together: letters that two phrases share count once, the heavier and tighter phrase first. */
function joinFound(found: readonly Found[]): Said[] {
  const taken: Said[] = [];
  for (const one of [...found].sort(
    (a, b) => b.weight - a.weight || a.end - a.start - (b.end - b.start) || a.start - b.start,
  )) {
    const inner = taken.reduce(
      (sum, other) => sum + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
      0,
    );
    const fresh = 1 - Math.min(1, inner / (one.end - one.start));
    if (fresh > 0.34) taken.push({ start: one.start, end: one.end, weight: one.weight * fresh, shared: inner > 0 });
  }
  return taken;
}

const sumOf = (pieces: readonly Said[]) => pieces.reduce((sum, { weight }) => sum + weight, 0);
const isExample = (keyword: string) => keyword.startsWith('~');

interface Learned {
  /** What it was learned from. */
  key: string;
  likeness: Likeness;
  /** The phrases of all items by the letters with which they begin. */
  byStart: Map<string, { code: string; phrase: Phrase }[]>;
}

let learned: Learned | undefined;

function learn(key: string, items: readonly SuggestibleItem[]): Learned {
  const texts = ({ nameZh, nameEn, keywords }: SuggestibleItem) => [
    nameZh,
    nameEn,
    ...keywords.filter((word) => !word.startsWith('!')).map((word) => word.replace(/ [-*].*$/, '')),
  ];
  const byStart: Learned['byStart'] = new Map();
  for (const { code, keywords } of items) {
    for (const phrase of keywords.filter((word) => !isExample(word)).map(phraseOf)) {
      for (const start of phrase.starts) byStart.set(start, [...(byStart.get(start) ?? []), { code, phrase }]);
    }
  }
  return { key, likeness: learnLikeness(items.map((item) => ({ code: item.code, texts: texts(item) }))), byStart };
}

/** Learned once for the same items; other words are learned anew. */
function learnedFrom(items: readonly SuggestibleItem[]): Learned {
  const key = items.map((item) => `${item.code} ${item.keywords.join('\n')}`).join('\n');
  if (learned?.key !== key) learned = learn(key, items);
  return learned;
}

/** What the phrases find in the text, by item: what speaks for it and what against. */
function findAll(text: string, byStart: Learned['byStart']): Map<string, { for: Found[]; against: Found[] }> {
  const all = new Map<string, { for: Found[]; against: Found[] }>();
  const seen = new Map<string, Set<Phrase>>();
  for (const letter of new Set(text)) {
    for (const { code, phrase } of byStart.get(letter) ?? []) {
      const tried = seen.get(code) ?? new Set();
      if (tried.has(phrase)) continue;
      seen.set(code, tried.add(phrase));
      const of = all.get(code) ?? { for: [], against: [] };
      of[phrase.against ? 'against' : 'for'].push(...findPhrase(text, phrase));
      all.set(code, of);
    }
  }
  return all;
}

/**
 * Items that the words speak for, best first; urgent items win a tie. Never empty. Phrases decide; likeness (letter
 * pairs shared with the item's name, phrases and examples) chooses between equals and helps where no phrase fits.
 */
export function suggestItems(words: string, items: readonly SuggestibleItem[], limit = 3): Suggestion[] {
  const text = plain(words);
  // Quoted as it was typed, unless the plain form has moved the places.
  const typed = text.length === words.length ? words : text;
  const { likeness, byStart } = learnedFrom(items);
  const like = likeWords(words, likeness);
  const found = findAll(text, byStart);
  const scored = items
    .map((item) => {
      const pieces = joinFound(found.get(item.code)?.for ?? []);
      const against = joinFound(found.get(item.code)?.against ?? []);
      const alike = like.get(item.code) ?? [];
      const own = pieces.filter(({ shared }) => !shared);
      const because = quote(typed, own.length > 0 ? own : alike);
      const score = sumOf(pieces) - sumOf(against) + likenessShare * Math.min(6, sumOf(alike));
      return { code: item.code, urgency: item.urgency, because, score };
    })
    .filter(({ score, because }) => score >= least && because.length > 0)
    .sort((a, b) => b.score - a.score || a.urgency.localeCompare(b.urgency) || a.code.localeCompare(b.code));
  if (scored.length === 0) return [{ code: unnamedItem, because: [] }];
  return scored.slice(0, limit).map(({ code, because }) => ({ code, because }));
}

/**
 * The item of an order that came without one: the best suggestion; unnamed when that one needs the hours of a shift,
 * which nobody gave. The dispatcher sees the suggestion and asks for them.
 */
export function itemOfWords(suggestions: readonly Suggestion[], items: readonly SuggestibleItem[]): string {
  const best = items.find((item) => item.code === suggestions[0]?.code);
  return best && !isShift(best) ? best.code : unnamedItem;
}
