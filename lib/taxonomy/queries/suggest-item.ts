import type { Reader } from '@/lib/kernel/context';
import { type DangerCall, emergencyCalls } from '../danger';
import { itemOfWords, type Suggestion, suggestItems } from '../suggest';
import { emergencyWord } from '../tables';
import { listItems } from './list-items';

export interface WordsSaid {
  /** Best first, three at most. */
  items: Suggestion[];
  /** The item of an order that comes without one and without hours of a shift. */
  chosen: string;
  emergencies: DangerCall[];
}

/** Which items the words speak for, and whom to call first when they speak of danger (3.9). */
export async function suggestItem(db: Reader, words: string): Promise<WordsSaid> {
  const known = await db.select().from(emergencyWord).orderBy(emergencyWord.word);
  const all = await listItems(db);
  const items = suggestItems(words, all);
  return { items, chosen: itemOfWords(items, all), emergencies: emergencyCalls(words, known) };
}
