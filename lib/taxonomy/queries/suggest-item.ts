import type { Reader } from '@/lib/kernel/context';
import { emergencyCalls, type Suggestion, suggestItems } from '../suggest';
import { emergencyWord } from '../tables';
import { listItems } from './list-items';

/** Which items the words speak for, and whom to call first when they speak of danger (3.9). */
export async function suggestItem(
  db: Reader,
  words: string,
): Promise<{ items: Suggestion[]; emergencies: { word: string; call: string }[] }> {
  const known = await db.select().from(emergencyWord).orderBy(emergencyWord.word);
  return { items: suggestItems(words, await listItems(db)), emergencies: emergencyCalls(words, known) };
}
