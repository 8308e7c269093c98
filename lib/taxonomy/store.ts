import { notInArray } from 'drizzle-orm';
import type { Tx } from '@/lib/kernel/context';
import { category, emergencyWord, item } from './tables';

export interface Taxonomy {
  categories: (typeof category.$inferInsert)[];
  items: (typeof item.$inferInsert)[];
  emergencyWords: (typeof emergencyWord.$inferInsert)[];
}

/**
 * Brings the taxonomy to what is given. Categories and items stay, since orders refer to them; a word of danger that is
 * no longer given goes, or it would raise the alarm for ever.
 */
export async function saveTaxonomy(tx: Tx, taxonomy: Taxonomy): Promise<void> {
  for (const row of taxonomy.categories) {
    await tx.insert(category).values(row).onConflictDoUpdate({ target: category.code, set: row });
  }
  for (const row of taxonomy.items) {
    await tx.insert(item).values(row).onConflictDoUpdate({ target: item.code, set: row });
  }
  const words = taxonomy.emergencyWords.map(({ word }) => word);
  await tx.delete(emergencyWord).where(notInArray(emergencyWord.word, words)).returning();
  for (const row of taxonomy.emergencyWords) {
    await tx.insert(emergencyWord).values(row).onConflictDoUpdate({ target: emergencyWord.word, set: row });
  }
}
