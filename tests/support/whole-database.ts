import Database from 'better-sqlite3';

export type Row = Record<string, unknown>;

export interface WholeDatabase {
  /** Every row by table, in the order in which SQLite reads a table from its beginning to its end. */
  rows: Record<string, Row[]>;
  /** The columns that may hold a text, by table. */
  texts: Record<string, string[]>;
}

/** All that a SQLite file holds, read beside the program: a table that is new is there without being asked for. */
export function wholeDatabase(file: string): WholeDatabase {
  const db = new Database(file, { readonly: true });
  try {
    const names = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
      .pluck()
      .all() as string[];
    const found: WholeDatabase = { rows: {}, texts: {} };
    for (const name of names.filter((one) => one !== '__drizzle_migrations').sort()) {
      found.rows[name] = db.prepare(`SELECT * FROM "${name}"`).all() as Row[];
      const columns = db.prepare(`PRAGMA table_info("${name}")`).all() as { name: string; type: string }[];
      found.texts[name] = columns.filter(({ type }) => /TEXT|CHAR|BLOB/i.test(type)).map((column) => column.name);
    }
    return found;
  } finally {
    db.close();
  }
}

/** The rows as one text each table, to be compared; without the tables that a refusal itself may write. */
export function stateOf(file: string, without: readonly string[] = []): Record<string, string> {
  const { rows } = wholeDatabase(file);
  const kept = Object.entries(rows).filter(([table]) => !without.includes(table));
  return Object.fromEntries(
    kept.map(([table, all]) => [
      table,
      all
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n'),
    ]),
  );
}
