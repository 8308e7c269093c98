import { eq, inArray, lt, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '@/db/client';
import type { Reader, Tx } from '@/db/handle';
import { isUniqueViolation } from '@/lib/kernel/errors';
import { orderSerial } from '@/lib/orders/tables';
import { openTestDatabase, testEngine } from '@/tests/support/database';

const put = (tx: Tx, key: string, last = 1) => tx.insert(orderSerial).values({ key, last }).returning();
const keysOf = async (db: Reader) => (await db.select().from(orderSerial)).map((row) => row.key).sort();
const increment = (tx: Tx, key: string) =>
  tx
    .update(orderSerial)
    .set({ last: sql`${orderSerial.last} + 1` })
    .where(eq(orderSerial.key, key))
    .returning();
const lastOf = async (db: Reader, key: string) =>
  (await db.select().from(orderSerial).where(eq(orderSerial.key, key)))[0]?.last ?? null;

describe('a transaction', () => {
  it('gives what its function gives, and is visible to readers when the promise resolves', async () => {
    const { transaction, reader } = await openTestDatabase();
    expect(
      await transaction(async (tx) => {
        await put(tx, 'a');
        expect(await keysOf(reader)).toEqual([]);
        expect(await keysOf(tx)).toEqual(['a']);
        return 42;
      }),
    ).toBe(42);
    expect(await keysOf(reader)).toEqual(['a']);
  });

  it('is undone whole by a throw, and rejects with that very error', async () => {
    const { transaction, reader } = await openTestDatabase();
    const error = new Error('no');
    const failed = transaction(async (tx) => {
      await put(tx, 'a');
      await put(tx, 'b');
      throw error;
    });
    await expect(failed).rejects.toBe(error);
    expect(await keysOf(reader)).toEqual([]);
    await transaction((tx) => put(tx, 'c'));
    expect(await keysOf(reader)).toEqual(['c']);
  });

  it('is undone by a fault of the database, which keeps its name', async () => {
    const { transaction, reader } = await openTestDatabase();
    await transaction((tx) => put(tx, 'a'));
    const failed = transaction(async (tx) => {
      await put(tx, 'b');
      await put(tx, 'a');
    });
    await expect(failed).rejects.toSatisfy(isUniqueViolation);
    expect(await keysOf(reader)).toEqual(['a']);
  });

  it('refuses another inside, however deep, and can go on', async () => {
    const { transaction, reader } = await openTestDatabase();
    const deep = async () => {
      await Promise.resolve();
      return transaction((tx) => put(tx, 'inner'));
    };
    await transaction(async (tx) => {
      await expect(async () => transaction((inner) => put(inner, 'inner'))).rejects.toThrow('inside a transaction');
      await expect(deep()).rejects.toThrow('inside a transaction');
      await put(tx, 'outer');
    });
    expect(await keysOf(reader)).toEqual(['outer']);
    // Beside it, one more is nothing but the next in the queue.
    await Promise.all([transaction((tx) => put(tx, 'x')), transaction((tx) => put(tx, 'y'))]);
    expect(await keysOf(reader)).toEqual(['outer', 'x', 'y']);
  });

  it('leaves a dead handle behind, after a commit and after a rollback', async () => {
    const { transaction, reader } = await openTestDatabase();
    const escaped: Tx[] = [];
    await transaction(async (tx) => void escaped.push(tx));
    await transaction(async (tx) => {
      escaped.push(tx);
      throw new Error('no');
    }).catch(() => {});
    expect(escaped).toHaveLength(2);
    for (const tx of escaped) {
      for (const use of [
        () => tx.insert(orderSerial),
        () => tx.update(orderSerial),
        () => tx.delete(orderSerial),
        () => tx.select(),
        () => tx.selectDistinct(),
        () => tx.$count(orderSerial),
        () => tx.onCommit(() => {}),
      ]) {
        expect(use).toThrow('this transaction is over');
      }
    }
    expect(await keysOf(reader)).toEqual([]);
  });

  it('refuses what was built inside and is awaited after its end, and runs none of it', async () => {
    const { transaction, reader } = await openTestDatabase();
    await transaction((tx) => put(tx, 'a', 1));
    const escaped: (() => PromiseLike<unknown>)[] = [];
    const build = async (tx: Tx) => {
      const built = [
        put(tx, 'escaped'),
        increment(tx, 'a'),
        tx.delete(orderSerial).returning(),
        tx.select().from(orderSerial),
        tx.selectDistinct().from(orderSerial).where(eq(orderSerial.key, 'a')).limit(1),
        tx.$count(orderSerial),
      ];
      escaped.push(...built.map((statement) => () => statement));
    };
    await transaction(build);
    await transaction(async (tx) => {
      await build(tx);
      throw new Error('no');
    }).catch(() => {});
    expect(escaped).toHaveLength(12);
    for (const use of escaped) await expect(async () => use()).rejects.toThrow('this transaction is over');
    // Nor does it slip into the transaction that runs now.
    await transaction(async (tx) => {
      for (const use of escaped) await expect(async () => use()).rejects.toThrow('this transaction is over');
      await put(tx, 'b');
    });
    expect(await keysOf(reader)).toEqual(['a', 'b']);
    expect(await lastOf(reader, 'a')).toBe(1);
  });

  it('runs what was built before inside it, subqueries and all', async () => {
    const { transaction } = await openTestDatabase();
    await transaction(async (tx) => {
      await put(tx, 'a', 1);
      const one = tx.select({ key: orderSerial.key }).from(orderSerial).where(eq(orderSerial.last, 1));
      const within = tx.select().from(orderSerial).where(inArray(orderSerial.key, one));
      const named = one.as('named');
      expect(await within).toEqual([{ key: 'a', last: 1 }]);
      expect(await tx.select().from(named)).toEqual([{ key: 'a' }]);
      expect(await tx.$count(orderSerial)).toBe(1);
    });
  });

  it('runs onCommit after the commit, in order, once, and never after a rollback', async () => {
    const { transaction, reader } = await openTestDatabase();
    const heard: string[] = [];
    let visible: Promise<string[]> | undefined;
    await transaction(async (tx) => {
      tx.onCommit(() => {
        visible = keysOf(reader);
        heard.push('first');
      });
      tx.onCommit(() => heard.push('second'));
      await put(tx, 'a');
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual(['first', 'second']);
    expect(await visible).toEqual(['a']);
    await transaction(async (tx) => {
      tx.onCommit(() => heard.push('never'));
      throw new Error('no');
    }).catch(() => {});
    expect(heard).toEqual(['first', 'second']);
  });
});

describe('many transactions at once', () => {
  it('do not hurt each other: one fails, its neighbours are kept', async () => {
    const { transaction, reader } = await openTestDatabase();
    await transaction((tx) => put(tx, 'taken'));
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        transaction(async (tx) => {
          await put(tx, `k${i}`);
          if (i % 10 === 3) throw new Error('no');
          if (i % 10 === 7) await put(tx, 'taken');
          return i;
        }),
      ),
    );
    const kept = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(kept).toHaveLength(80);
    expect(await keysOf(reader)).toEqual([...kept.map((i) => `k${i}`), 'taken'].sort());
  });

  it('lose no update and break no guard', async () => {
    const { transaction, reader } = await openTestDatabase();
    await transaction(async (tx) => {
      await put(tx, 'sum', 0);
      await put(tx, 'guarded', 0);
    });
    const taken = await Promise.all(
      Array.from({ length: 60 }, () =>
        transaction(async (tx) => {
          await increment(tx, 'sum');
          const rows = await tx
            .update(orderSerial)
            .set({ last: sql`${orderSerial.last} + 1` })
            .where(sql`${eq(orderSerial.key, 'guarded')} and ${lt(orderSerial.last, 7)}`)
            .returning();
          return rows.length;
        }),
      ),
    );
    expect(taken.filter((n) => n === 1)).toHaveLength(7);
    expect([await lastOf(reader, 'sum'), await lastOf(reader, 'guarded')]).toEqual([60, 7]);
  });

  it('see what is true: a read and a write that depend on each other cannot both be old', async () => {
    const { transaction, reader } = await openTestDatabase();
    await transaction((tx) => put(tx, 'n', 0));
    let runs = 0;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        transaction(async (tx) => {
          runs++;
          const last = (await lastOf(tx, 'n')) ?? 0;
          await tx
            .update(orderSerial)
            .set({ last: last + 1 })
            .where(eq(orderSerial.key, 'n'))
            .returning();
        }),
      ),
    );
    expect(await lastOf(reader, 'n')).toBe(12);
    expect(runs).toBeGreaterThanOrEqual(12);
  });

  it('tell of their commit once, also when the database made them run twice', async () => {
    const { transaction } = await openTestDatabase();
    await transaction((tx) => put(tx, 'n', 0));
    const told: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        transaction(async (tx) => {
          tx.onCommit(() => told.push(i));
          await increment(tx, 'n');
        }),
      ),
    );
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });

  it('of two processes on one database lose nothing either', async () => {
    const { transaction, reader, url } = await openTestDatabase();
    const other: Engine = openEngine(url);
    try {
      await transaction((tx) => put(tx, 'n', 0));
      const both = [transaction, other.transaction];
      await Promise.all(Array.from({ length: 40 }, (_, i) => both[i % 2]?.((tx) => increment(tx, 'n'))));
      expect([await lastOf(reader, 'n'), await lastOf(other.reader, 'n')]).toEqual([40, 40]);
    } finally {
      await other.close();
    }
  });
});

if (testEngine === 'sqlite') {
  describe('the reader of SQLite', () => {
    it('cannot write, whatever is done to it', async () => {
      const { reader } = await openTestDatabase();
      const writable = reader as unknown as Tx;
      await expect(async () => put(writable, 'a')).rejects.toThrow(/readonly|Failed query/);
      await expect(async () => writable.delete(orderSerial)).rejects.toThrow(/readonly|Failed query/);
      expect(await keysOf(reader)).toEqual([]);
    });
  });
}
