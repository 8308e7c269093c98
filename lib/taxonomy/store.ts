import type { Tx } from '@/lib/kernel/context';
import { category, emergencyWord, item } from './tables';

export interface Taxonomy {
  categories: (typeof category.$inferInsert)[];
  items: (typeof item.$inferInsert)[];
  emergencyWords: (typeof emergencyWord.$inferInsert)[];
}

/** Brings the taxonomy to what is given; nothing is removed, since orders refer to it. */
export async function saveTaxonomy(tx: Tx, taxonomy: Taxonomy): Promise<void> {
  for (const row of taxonomy.categories) {
    await tx.insert(category).values(row).onConflictDoUpdate({ target: category.code, set: row });
  }
  for (const row of taxonomy.items) {
    await tx.insert(item).values(row).onConflictDoUpdate({ target: item.code, set: row });
  }
  for (const row of taxonomy.emergencyWords) {
    await tx.insert(emergencyWord).values(row).onConflictDoUpdate({ target: emergencyWord.word, set: row });
  }
}
