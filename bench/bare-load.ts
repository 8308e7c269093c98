import Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** Tables that the history of the demo fills; people, places and items were there before, the index of words is no history. */
const filled = /^(orders|order_(?!seal|search)\w+|outbox_message|replay_key|notice|upload)$/;

/** What a loaded database holds of its history. */
export function historyRows(file: string): {
  tables: Map<string, Row[]>;
  orders: number;
  events: number;
  rows: number;
} {
  const db = new Database(file, { readonly: true });
  try {
    const names = db
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .pluck()
      .all() as string[];
    const tables = new Map(
      names
        .filter((name) => filled.test(name))
        .map((name) => [name, db.prepare(`select * from "${name}"`).all() as Row[]]),
    );
    const size = (name: string) => tables.get(name)?.length ?? 0;
    const rows = [...tables.values()].reduce((sum, list) => sum + list.length, 0);
    return { tables, orders: size('orders'), events: size('order_event'), rows };
  } finally {
    db.close();
  }
}

type Insert = () => void;

/** One list of inserts an event: an order's own rows with its first, rows of no order spread evenly. */
function insertsByEvent(db: Database.Database, tables: Map<string, Row[]>): Insert[][] {
  const events = [...(tables.get('order_event') ?? [])].sort((a, b) => Number(a.at) - Number(b.at));
  const lists: Insert[][] = events.map(() => []);
  const firstOf = new Map<unknown, number>();
  for (const [i, event] of events.entries()) if (event.seq === 1) firstOf.set(event.order_id, i);
  for (const [name, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) continue;
    const places = columns.map(() => '?').join(', ');
    const insert = db.prepare(`insert into "${name}" (${columns.map((c) => `"${c}"`).join(', ')}) values (${places})`);
    for (const [i, row] of (name === 'order_event' ? events : rows).entries()) {
      const order = name === 'orders' ? row.id : row.order_id;
      const at = name === 'order_event' ? i : (firstOf.get(order) ?? Math.floor((i / rows.length) * lists.length));
      const values = columns.map((column) => row[column]);
      lists[at]?.push(() => void insert.run(...values));
    }
  }
  return lists;
}

/**
 * Inserts the rows of a history into an emptied copy of its own database: as many transactions as there are events, and
 * as little durability as the loader asks for. @returns seconds
 */
export function insertBare(emptied: string, tables: Map<string, Row[]>): number {
  const db = new Database(emptied);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('foreign_keys = OFF');
    for (const name of tables.keys()) db.exec(`delete from "${name}"`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('foreign_keys = ON');
    db.pragma('synchronous = OFF');
    const lists = insertsByEvent(db, tables);
    const begun = performance.now();
    for (const list of lists) {
      db.exec('BEGIN IMMEDIATE');
      for (const insert of list) insert();
      db.exec('COMMIT');
    }
    return (performance.now() - begun) / 1000;
  } finally {
    db.close();
  }
}
