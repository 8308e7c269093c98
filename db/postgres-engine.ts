import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Engine } from './client';
import { common, insideTransaction, mortal, refuseNesting, type Tx } from './handle';

const retryLimit = 50;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** 40001 serialization_failure, 40P01 deadlock_detected: the transaction may be run again as a whole. */
function mayRunAgain(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as Error & { code?: string };
    if (code === '40001' || code === '40P01') return true;
  }
  return false;
}

/** A pool; transactions are serializable and run again on a serialisation failure, so `fn` may run twice. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: Number(process.env.DATABASE_POOL ?? 10) });
  // An idle client that loses its server must not end the process; the next query gets a new one.
  pool.on('error', () => {});
  const db = drizzle(pool);

  async function once<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const value = await db.transaction(
      async (tx) => {
        const { handle, end } = mortal(common(tx), (f) => afterCommit.push(f));
        try {
          return await insideTransaction(() => fn(handle));
        } finally {
          end();
        }
      },
      { isolationLevel: 'serializable' },
    );
    for (const f of afterCommit) f();
    return value;
  }

  return {
    kind: 'postgres',
    reader: common(db),
    async transaction<T>(fn: (tx: Tx) => Promise<T>) {
      refuseNesting();
      for (let tries = 0; ; tries++) {
        try {
          return await once(fn);
        } catch (error) {
          if (!mayRunAgain(error) || tries >= retryLimit) throw error;
          await pause(Math.min(2 ** tries, 64) * (0.5 + Math.random()));
        }
      }
    },
    close: () => pool.end(),
  };
}
