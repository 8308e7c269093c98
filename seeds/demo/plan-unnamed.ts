import { emergencyCalls } from '@/lib/taxonomy/danger';
import { itemOfWords, suggestItems } from '@/lib/taxonomy/suggest';
import { readTaxonomy } from '../reference-data';
import type { Draft } from './plan-draft';
import { isUrgent, planItem } from './plan-items';
import { mayBeUnnamed } from './plan-steps-dispatch';
import type { Random } from './random';

const { items, emergencyWords } = readTaxonomy();

/** Words of danger make an order U1 whatever its item (3.9); those found, as they were said. */
export const dangerIn = (words: string): string[] =>
  emergencyCalls(words, emergencyWords).flatMap(({ word, sure }) => (sure ? [word] : []));

/** What the program suggests for words without an item. */
export const suggestedItem = (words: string): string => itemOfWords(suggestItems(words, items), items);

/**
 * Some residents choose no item, a few the wrong one; the desk sets it right at intake. Never where the program would
 * have dispatched the order by itself before anybody looked.
 */
export function markUnnamed(drafts: readonly Draft[], random: Random): void {
  const free = drafts.filter(
    (d) =>
      d.fate.end === 'closed' && !d.story && mayBeUnnamed(d.item.code) && ['web', 'representative'].includes(d.channel),
  );
  let wrong = 6;
  for (const draft of random.shuffle(free)) {
    const suggested = planItem(suggestedItem(draft.order.words));
    if (isUrgent(suggested)) continue;
    if (random.chance(0.3)) draft.order = { ...draft.order, itemAtSubmit: null };
    else if (wrong > 0 && mistaken[draft.item.code]) {
      draft.order = { ...draft.order, itemAtSubmit: mistaken[draft.item.code] };
      wrong--;
    }
  }
}

/** What people mix up; both of a pair wait for the desk. */
const mistaken: Readonly<Record<string, string>> = {
  '0402': '0401',
  '0501': '0503',
  '0802': '0803',
  '0503': '1403',
  '0601': '0501',
  '0302': '0402',
};
