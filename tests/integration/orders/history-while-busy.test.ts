import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { verifyHistory } from '@/lib/orders/queries/verify-history';
import { orderEvent } from '@/lib/orders/tables';
import { type Community, community } from '@/tests/support/community';
import { anOrder, type Made, perform, rowOf, submitted } from '@/tests/support/orders';

/** Works on the orders, and makes new ones, until it is told to stop. */
function busyOn(c: Community, made: Made[]): () => Promise<number> {
  let stopped = false;
  const worker = async (mine: Made[]) => {
    let written = 0;
    while (!stopped) {
      for (const order of mine) await perform(c, 'limin', 'note', order, { words: '还在办。' });
      await submitted(c);
      written += mine.length + 1;
    }
    return written;
  };
  const workers = [worker(made.slice(0, 2)), worker(made.slice(2))];
  return async () => {
    stopped = true;
    return (await Promise.all(workers)).reduce((sum, n) => sum + n, 0);
  };
}

describe('verifying a history that is being written', () => {
  it('never takes an order that moves on for one that does not fit', async () => {
    const c = await community();
    const made: Made[] = [];
    for (let n = 0; n < 4; n++) made.push(await anOrder(c, { state: 'in_progress' }));
    const stop = busyOn(c, made);
    for (let round = 0; round < 25; round++) {
      expect((await verifyHistory(c.engine.reader)).misfits, `round ${round}`).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    expect(await stop()).toBeGreaterThan(5);
    const { orders, events, misfits } = await verifyHistory(c.engine.reader);
    expect(misfits).toEqual([]);
    expect([orders, events]).toEqual([
      await c.engine.reader.$count(orderEvent, eq(orderEvent.seq, 1)),
      await c.engine.reader.$count(orderEvent),
    ]);
  });

  it('finds what was changed all the same, in whichever page it lies', async () => {
    const c = await community();
    const made: Made[] = [];
    for (let n = 0; n < 4; n++) made.push(await anOrder(c, { state: 'in_progress' }));
    for (let n = 0; n < 100; n++) await submitted(c);
    const last = await submitted(c);
    const changed = [made[3] as Made, last];
    for (const order of changed) {
      const { id } = await rowOf(c, order);
      await c.engine.transaction((tx) =>
        tx.update(orderEvent).set({ actor: 'somebody-else' }).where(eq(orderEvent.orderId, id)).returning(),
      );
    }
    const stop = busyOn(c, made.slice(0, 3));
    const { misfits } = await verifyHistory(c.engine.reader);
    await stop();
    expect([...new Set(misfits.map(({ order }) => order))].sort()).toEqual(changed.map(({ code }) => code).sort());
    expect(misfits.every(({ what }) => what === 'hash')).toBe(true);
  });
});
