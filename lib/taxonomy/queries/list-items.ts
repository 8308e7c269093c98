import type { Reader } from '@/lib/kernel/context';
import { category, item } from '../tables';

/** The 56 items in the order of their codes. */
export const listItems = async (db: Reader): Promise<(typeof item.$inferSelect)[]> =>
  db.select().from(item).orderBy(item.sortKey, item.code);

/** The 15 categories in the order of their codes. */
export const listCategories = async (db: Reader): Promise<(typeof category.$inferSelect)[]> =>
  db.select().from(category).orderBy(category.code);
