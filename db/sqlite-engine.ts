import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Engine } from './client';
import { common, insideTransaction, mortal, refuseNesting, type Tx } from './handle';

type Job = {
  run: (tx: Tx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
};
type Outcome = { job: Job; ok: boolean; value: unknown; afterCommit: (() => void)[] };

// Several waiting verbs share one commit, so that one fsync acknowledges them all; each keeps its own savepoint.
const batchLimit = 64;
const busyRetryLimit = 200;

const isBusy = (error: unknown) =>
  error instanceof Error && /^SQLITE_BUSY/.test((error as { code?: string }).code ?? '');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A program sends some hundred different statements; more means that one is built of values rather than parameters. */
const keptStatements = 500;

/**
 * Lets `connection.prepare` give the statement that it compiled before for the same text, the least used thrown out.
 * Drizzle compiles anew for each query, which costs as much as running it. It is synchronous: no statement is in use
 * when the next one is asked for.
 */
function keepStatements(connection: BetterSqlite3.Database): void {
  const kept = new Map<string, BetterSqlite3.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((sql: string) => {
    const known = kept.get(sql);
    const statement = known ?? prepare(sql);
    // To the young end; and rows as objects again, whatever the last caller asked for.
    kept.delete(sql);
    kept.set(sql, known?.reader ? known.raw(false) : statement);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptStatements) break;
      kept.delete(oldest);
    }
    return statement;
  }) as typeof connection.prepare;
}

function open(file: string, readonly: boolean, durable: boolean) {
  const connection = new BetterSqlite3(file, { readonly, timeout: 0 });
  if (!readonly) {
    connection.pragma('journal_mode = WAL');
    // Acknowledged means on disk, also when the power is cut. A loader acknowledges nothing until it is done.
    connection.pragma(`synchronous = ${durable ? 'FULL' : 'OFF'}`);
  }
  connection.pragma('foreign_keys = ON');
  keepStatements(connection);
  return connection;
}

/**
 * One writer connection behind a queue and one read-only connection on the same WAL file.
 * Never drizzle's own `transaction(async …)`: on better-sqlite3 it rolls back an empty transaction and the
 * statements run afterwards in autocommit (docs/decisions/0002).
 */
export function openSqlite(file: string, durable = true): Engine {
  const writer = open(file, false, durable);
  const reader = open(file, true, durable);
  const write = common(drizzle(writer));
  const queue: Job[] = [];
  let draining = false;

  /** `busy_timeout` would sleep on the event loop; another process holding the lock is waited for asynchronously. */
  async function whenFree(sql: string) {
    for (let tries = 0; ; tries++) {
      try {
        writer.exec(sql);
        return;
      } catch (error) {
        if (!isBusy(error) || tries >= busyRetryLimit) throw error;
        await pause(Math.min(1 + tries * 2, 50) * (0.5 + Math.random()));
      }
    }
  }

  async function runOne(job: Job): Promise<Outcome> {
    const afterCommit: (() => void)[] = [];
    const { handle, end } = mortal(write, (fn) => afterCommit.push(fn));
    writer.exec('SAVEPOINT verb');
    try {
      const value = await insideTransaction(() => job.run(handle));
      writer.exec('RELEASE verb');
      return { job, ok: true, value, afterCommit };
    } catch (error) {
      // A full disk ends the whole transaction and its savepoints by itself: then the batch fails, and says why.
      if (!writer.inTransaction) throw error;
      writer.exec('ROLLBACK TO verb; RELEASE verb');
      return { job, ok: false, value: error, afterCommit: [] };
    } finally {
      end();
    }
  }

  async function runBatch(batch: Job[]) {
    const outcomes: Outcome[] = [];
    try {
      await whenFree('BEGIN IMMEDIATE');
      for (const job of batch) outcomes.push(await runOne(job));
      await whenFree('COMMIT');
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      // Nothing of the batch is on disk: whoever was not refused by the domain learns that it was not kept.
      for (const job of batch) {
        const refused = outcomes.find((o) => o.job === job && !o.ok);
        job.reject(refused ? refused.value : error);
      }
      return;
    }
    for (const { job, ok, value, afterCommit } of outcomes) {
      if (!ok) {
        job.reject(value);
        continue;
      }
      job.resolve(value);
      // The verb is committed and answered; what a listener throws must not stop the queue behind it.
      for (const fn of afterCommit) {
        try {
          fn();
        } catch (error) {
          process.emitWarning(error instanceof Error ? error : String(error));
        }
      }
    }
  }

  async function drain() {
    draining = true;
    while (queue.length > 0) {
      // The requests that have arrived by now are read first: without this turn of the loop each would commit alone.
      await new Promise((resolve) => setImmediate(resolve));
      await runBatch(queue.splice(0, batchLimit));
    }
    draining = false;
  }

  return {
    kind: 'sqlite',
    reader: common(drizzle(reader)),
    transaction<T>(fn: (tx: Tx) => Promise<T>) {
      refuseNesting();
      return new Promise<T>((resolve, reject) => {
        queue.push({ run: fn, resolve: resolve as (value: unknown) => void, reject });
        if (!draining) void drain();
      });
    },
    async close() {
      while (draining) await pause(1);
      reader.close();
      writer.close();
    },
  };
}
