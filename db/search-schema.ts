/** The last four characters of a number, as they are read out on the phone; drizzle-kit cuts such an expression in two. */
const serials = 'CREATE INDEX IF NOT EXISTS orders_serial ON orders (substr(code, length(code) - 3))';

/**
 * The index of words, which drizzle-kit has no notation for: a virtual table on SQLite, a column of its own kind on
 * PostgreSQL (docs/decisions/0030). Run behind the migrations, each statement as often as one likes; the rows are
 * written by lib/orders/search-store.ts alone.
 *
 * `ascii`, because what is written is taken apart already: letters beyond ASCII all belong to words, whatever version of
 * Unicode SQLite knows.
 */
export const searchSchema: Record<'sqlite' | 'postgres', readonly string[]> = {
  sqlite: [
    'CREATE TABLE IF NOT EXISTS order_search_doc (doc INTEGER PRIMARY KEY, order_id TEXT NOT NULL UNIQUE)',
    `CREATE VIRTUAL TABLE IF NOT EXISTS order_search USING fts5(grams, content='', contentless_delete=1, tokenize='ascii')`,
    serials,
  ],
  postgres: [
    'CREATE TABLE IF NOT EXISTS order_search (order_id TEXT PRIMARY KEY, grams TSVECTOR NOT NULL)',
    'CREATE INDEX IF NOT EXISTS order_search_grams ON order_search USING gin (grams)',
    serials,
  ],
};
