import BetterSqlite3 from 'better-sqlite3';

/** One statement as it reached SQLite. */
export interface Statement {
  sql: string;
  params: unknown[];
  /** Rows as arrays, as drizzle asks for them. */
  raw: boolean;
}

type Listener = (statement: Statement) => void;
let listener: Listener | null = null;

const isBegin = /^BEGIN/i;
const isWrite = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i;
const isRead = /^\s*(SELECT|WITH)\b/i;

export const writesOf = (statements: Statement[]) => statements.filter(({ sql }) => isWrite.test(sql));
export const readsOf = (statements: Statement[]) => statements.filter(({ sql }) => isRead.test(sql));
export const transactionsOf = (statements: Statement[]) => statements.filter(({ sql }) => isBegin.test(sql)).length;

/**
 * Listens at the driver of this process from now on, so that what the bare servers repeat is what the program really
 * sends. Before the first database is opened.
 */
export function listenAtDriver(): void {
  const { prepare, exec } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.prepare = function (this: BetterSqlite3.Database, sql: string) {
    const statement = prepare.call(this, sql);
    let raw = false;
    const setRaw = statement.raw;
    if (statement.reader) {
      statement.raw = (on = true) => {
        raw = on;
        return setRaw.call(statement, on);
      };
    }
    for (const method of ['run', 'get', 'all'] as const) {
      const plain = statement[method] as (...params: unknown[]) => unknown;
      statement[method] = ((...params: unknown[]) => {
        listener?.({ sql, params, raw });
        return plain.apply(statement, params);
      }) as never;
    }
    return statement;
  } as typeof prepare;
  BetterSqlite3.prototype.exec = function (sql: string) {
    listener?.({ sql, params: [], raw: false });
    return exec.call(this, sql);
  };
}

/** What `fn` sent to SQLite, in order. Nothing else may talk to a database meanwhile. */
export async function record<T>(fn: () => Promise<T>): Promise<{ value: T; statements: Statement[] }> {
  const statements: Statement[] = [];
  listener = (statement) => statements.push(statement);
  try {
    return { value: await fn(), statements };
  } finally {
    listener = null;
  }
}
