import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '#dialect';

/** Reads see committed snapshots only and cannot write. */
export type Reader = Pick<Database, 'select' | 'selectDistinct' | '$count'>;

/** The handle inside a transaction; dead after its end. */
export type Tx = Pick<Database, 'select' | 'selectDistinct' | '$count' | 'insert' | 'update' | 'delete'> & {
  /** Runs after the commit, never when the transaction rolled back. */
  onCommit(fn: () => void): void;
};

/** An engine's own drizzle handle as the common type; what that type may promise is proven in db/dialect/index.ts. */
export const common = (db: unknown): Database => db as Database;

const inside = new AsyncLocalStorage<true>();

/** Marks everything that `fn` awaits as being inside a transaction. */
export const insideTransaction = <T>(fn: () => Promise<T>): Promise<T> => inside.run(true, fn);

/** A nested transaction would wait for itself; it is refused instead. */
export function refuseNesting(): void {
  if (inside.getStore()) throw new Error('a transaction was opened inside a transaction');
}

const verbs = ['select', 'selectDistinct', '$count', 'insert', 'update', 'delete'] as const;

/** The part of a drizzle session that every statement passes when it is run, and not when it is built. */
type Session = { prepareQuery(...args: unknown[]): unknown };

/** The same database, over a session that runs a statement only while `check` does not throw. */
function guarded(db: Database, check: () => void): Database {
  const { session } = db as unknown as { session: Session };
  const prepareQuery = (...args: unknown[]) => {
    check();
    return session.prepareQuery(...args);
  };
  const own = Object.create(session, { prepareQuery: { value: prepareQuery } }) as Session;
  return Object.create(db, { session: { value: own } }) as Database;
}

/**
 * The handle that a transaction's function gets: the six verbs of the common subset and `onCommit`, dead after `end()`.
 * A statement that escaped its transaction throws instead of running in autocommit, or on PostgreSQL in whichever
 * transaction has the connection by then; one that was only built before the end and is awaited after it, rejects.
 */
export function mortal(db: Database, onCommit: (fn: () => void) => void): { handle: Tx; end: () => void } {
  let alive = true;
  const check = () => {
    if (!alive) throw new Error('this transaction is over');
  };
  const own = guarded(db, check);
  const handle: Record<string, unknown> = {
    onCommit: (fn: () => void) => {
      check();
      onCommit(fn);
    },
  };
  for (const verb of verbs) {
    handle[verb] = (...args: unknown[]) => {
      check();
      return (own[verb] as (...args: unknown[]) => unknown).apply(own, args);
    };
  }
  return {
    handle: handle as unknown as Tx,
    end: () => {
      alive = false;
    },
  };
}
