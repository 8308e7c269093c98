export interface SuggestibleItem {
  code: string;
  urgency: string;
  keywords: string[];
}

export interface Suggestion {
  code: string;
  /** The words that spoke for it; empty when nothing did. */
  because: string[];
}

/** What nobody could name goes to suggestions, whose promise is the most careful one; the dispatcher sets it right. */
export const unnamedItem = '1403';

/** Items whose keywords occur in the words, most and longest matches first; urgent items win a tie. Never empty. */
export function suggestItems(words: string, items: readonly SuggestibleItem[], limit = 3): Suggestion[] {
  const text = words.normalize('NFKC').toLowerCase();
  const scored = items
    .map((item) => {
      const because = item.keywords.filter((keyword) => text.includes(keyword));
      return {
        code: item.code,
        urgency: item.urgency,
        because,
        score: because.reduce((sum, word) => sum + word.length, 0),
      };
    })
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || a.urgency.localeCompare(b.urgency) || a.code.localeCompare(b.code));
  if (scored.length === 0) return [{ code: unnamedItem, because: [] }];
  return scored.slice(0, limit).map(({ code, because }) => ({ code, because }));
}

/** The emergency words that occur (3.9), with whom to call. */
export function emergencyCalls(
  words: string,
  known: readonly { word: string; call: string }[],
): { word: string; call: string }[] {
  const text = words.normalize('NFKC');
  return known.filter((entry) => text.includes(entry.word));
}
