import { eq, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { orderSerial } from '@/lib/orders/tables';
import { openTestDatabase } from '@/tests/support/database';

const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`);

describe('statements that are sent again and again', () => {
  it('give their rows each time, also after six hundred others, inside a transaction and outside', async () => {
    const { transaction, reader } = await openTestDatabase();
    await transaction(async (tx) => {
      for (const key of keys(30)) await tx.insert(orderSerial).values({ key, last: 1 });
    });
    const lastOf = (key: string) => reader.select().from(orderSerial).where(eq(orderSerial.key, key));
    for (let i = 1; i <= 600; i++) {
      // A list of another length is another text.
      const rows = await reader
        .select({ key: orderSerial.key })
        .from(orderSerial)
        .where(inArray(orderSerial.key, keys(i)));
      expect(rows).toHaveLength(Math.min(i, 30));
      if (i % 100 === 0) {
        const changed = await transaction((tx) =>
          tx
            .update(orderSerial)
            .set({ last: i })
            .where(eq(orderSerial.key, 'k7'))
            .returning({ last: orderSerial.last }),
        );
        expect(changed).toEqual([{ last: i }]);
        expect(await lastOf('k7')).toEqual([{ key: 'k7', last: i }]);
        expect(await reader.$count(orderSerial)).toBe(30);
      }
    }
  });

  it('may be sent many at once, and again after one of them failed', async () => {
    const { transaction, reader } = await openTestDatabase();
    const put = (key: string) => transaction((tx) => tx.insert(orderSerial).values({ key, last: 1 }).returning());
    const done = await Promise.allSettled([...keys(20), 'k3', 'k4'].map(put));
    expect(done.filter((d) => d.status === 'rejected')).toHaveLength(2);
    expect(await put('later')).toEqual([{ key: 'later', last: 1 }]);
    const counts = await Promise.all(keys(5).map(() => reader.$count(orderSerial)));
    expect(counts).toEqual([21, 21, 21, 21, 21]);
  });
});
