import { and, asc, eq, exists, gt, inArray, like, notExists, type SQL, sql } from 'drizzle-orm';
import { integer, table, text } from '#dialect';
import { engineKind } from '@/db/dialect';
import { bigrams } from '@/lib/kernel/bigrams';
import type { Reader, Tx } from '@/lib/kernel/context';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import type { OrderRow } from './facts';
import { soughtOf } from './search-words';
import { orderContact, orders } from './tables';

// Made by db/search-schema.ts, of each engine's own kind, and so no tables of `tables.ts`. SQLite finds a document by a
// number of its own, since a rowid of `orders` may change; PostgreSQL by the order's id.
const numbers = table('order_search_doc', { doc: integer('doc').primaryKey(), orderId: text('order_id').notNull() });
const documents = table('order_search', { rowid: integer('rowid').notNull(), grams: text('grams').notNull() });
const vectors = table('order_search', { orderId: text('order_id').primaryKey(), grams: text('grams').notNull() });

const onSqlite = engineKind === 'sqlite';

/**
 * What an order is found by, beside its number and the end of its phone: the requester's words, the place down to the
 * building, and the name of its item. Neither notes of staff nor a door nor a name: who reads the order may not always
 * read those, and an answer must not tell them.
 */
export interface Searched {
  order: Pick<OrderRow, 'id' | 'words' | 'placeZh' | 'placeEn'>;
  item: { nameZh: string; nameEn: string } | undefined;
}

/** `'水管':1 '管漏':2`, as PostgreSQL writes a tsvector; the grams are letters and digits alone. */
const vectorOf = (grams: string[]): SQL<string> =>
  sql<string>`${grams.map((gram, i) => `'${gram}':${Math.min(i + 1, 16_383)}`).join(' ')}::tsvector`;

/** Writes what an order is found by, in the transaction that writes the order; again where that changes. */
export async function indexOrder(tx: Tx, { order, item }: Searched): Promise<void> {
  const said = [order.words, order.placeZh, order.placeEn, item?.nameZh ?? '', item?.nameEn ?? ''];
  const grams = said.flatMap(bigrams);
  if (!onSqlite) {
    const set = { grams: vectorOf(grams) };
    await tx
      .insert(vectors)
      .values({ orderId: order.id, ...set })
      .onConflictDoUpdate({ target: vectors.orderId, set });
    return;
  }
  const [known] = await tx.select().from(numbers).where(eq(numbers.orderId, order.id));
  if (known) await tx.delete(documents).where(eq(documents.rowid, known.doc));
  const [row] = known ? [known] : await tx.insert(numbers).values({ doc: sql`null`, orderId: order.id }).returning();
  if (!row) throw new Error('a document of the search got no number');
  await tx.insert(documents).values({ rowid: row.doc, grams: grams.join(' ') });
}

const searched = ['words', 'placeZh', 'placeEn', 'itemCode'] as const;

/** The same after a change of the order, where it changed anything that it is found by; `before` is null for a new one. */
export async function indexChange(tx: Tx, before: OrderRow | null, order: OrderRow): Promise<void> {
  if (before && searched.every((column) => before[column] === order[column])) return;
  await indexOrder(tx, { order, item: await getItem(tx, order.itemCode) });
}

/** Orders behind `after` that nothing is found by yet: those from before there was an index. By id. */
export async function listUnindexed(db: Reader, after: string, limit: number): Promise<OrderRow[]> {
  const known = onSqlite
    ? db.select({ one: sql`1` }).from(numbers).where(eq(numbers.orderId, orders.id))
    : db.select({ one: sql`1` }).from(vectors).where(eq(vectors.orderId, orders.id));
  return db
    .select()
    .from(orders)
    .where(and(gt(orders.id, after), notExists(known)))
    .orderBy(asc(orders.id))
    .limit(limit);
}

/** The terms as the engine asks for them: a phrase each, all of them. Null when none has a letter or a digit. */
function questionOf(q: string): SQL | null {
  const sought = soughtOf(q);
  if (!sought) return null;
  const terms = sought.map(({ grams, open }) =>
    onSqlite
      ? `"${grams.join(' ')}"${open ? ' *' : ''}`
      : grams.map((gram, i) => `'${gram}'${open && i === grams.length - 1 ? ':*' : ''}`).join(' <-> '),
  );
  return onSqlite
    ? sql`${documents} match ${terms.join(' AND ')}`
    : sql`${vectors.grams} @@ ${terms.map((term) => `(${term})`).join(' & ')}::tsquery`;
}

/** Above this many a word is common, and so is the end of a phone. */
const rareUpTo = 1000;

/**
 * The orders that the words of `q` stand in, as a condition on `orders`; null where `q` has neither letter nor digit. Of a
 * word that few orders have these are fetched by their ids. Of a common one each order of the list is asked in turn, until
 * the page is full: to gather and sort them all would take the longer the more there are (docs/decisions/0030).
 */
export async function wordsFound(db: Reader, q: string): Promise<SQL | null> {
  const question = questionOf(q);
  if (!question) return null;
  if (onSqlite) {
    const rowids = db.select({ rowid: documents.rowid }).from(documents).where(question);
    if ((await rowids.limit(rareUpTo + 1)).length > rareUpTo) {
      const doc = db.select({ doc: numbers.doc }).from(numbers).where(eq(numbers.orderId, orders.id));
      return sql`${doc} in ${db.select({ rowid: documents.rowid }).from(documents).where(question)}`;
    }
    const found = db.select({ id: numbers.orderId }).from(documents);
    return inArray(orders.id, found.innerJoin(numbers, eq(numbers.doc, documents.rowid)).where(question));
  }
  const found = await db
    .select({ id: vectors.orderId })
    .from(vectors)
    .where(question)
    .limit(rareUpTo + 1);
  return (
    amongThese(found) ??
    exists(
      db
        .select({ one: sql`1` })
        .from(vectors)
        .where(and(eq(vectors.orderId, orders.id), question)),
    )
  );
}

/** Few enough to be fetched by their ids; null for more. */
function amongThese(found: { id: string }[]): SQL | null {
  if (found.length === 0) return sql`1 = 0`;
  const ids = found.map(({ id }) => id);
  return ids.length <= rareUpTo ? inArray(orders.id, ids) : null;
}

/** The orders whose phone ends so, but of those who are to be found by no phone (3.1.4). */
export async function phoneFound(db: Reader, tail: string): Promise<SQL> {
  const ends = eq(orderContact.phoneTail, tail);
  const found = await db
    .select({ id: orderContact.orderId })
    .from(orderContact)
    .where(ends)
    .limit(rareUpTo + 1);
  const all = db.select({ id: orderContact.orderId }).from(orderContact).where(ends);
  const theirs = amongThese(found) ?? inArray(orders.id, all);
  return and(theirs, eq(orders.anonymous, false), eq(orders.confidential, false)) ?? theirs;
}

/** The number ends in these four digits, by the index over the ends of all. */
export const serialIs = (digits: string): SQL => sql`substr(${orders.code}, length(${orders.code}) - 3) = ${digits}`;

/** The number begins so; capitals and digits. SQLite has an index for it only as a range, PostgreSQL's order is its own. */
export const numberBegins = (typed: string): SQL =>
  onSqlite ? sql`(${orders.code} >= ${typed} and ${orders.code} < ${`${typed}~`})` : like(orders.code, `${typed}%`);
