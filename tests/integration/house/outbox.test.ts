import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '@/db/client';
import { claim, enqueue, listDead, markDone, markFailed, type OutboxMessage } from '@/lib/outbox/store';
import { outboxMessage } from '@/lib/outbox/tables';
import { openTestDatabase } from '@/tests/support/database';

const leaseMs = 60_000;
const now = Date.parse('2024-01-15T09:00:00+08:00');

async function filled(many: number): Promise<Engine & { url: string }> {
  const engine = await openTestDatabase();
  await engine.transaction(async (tx) => {
    for (let i = 0; i < many; i++) await enqueue(tx, 'order.noted', { i }, now);
  });
  return engine;
}

/** Takes until nothing is left; each message is done as soon as it is taken. */
async function work({ transaction }: Engine, limit: number): Promise<number[]> {
  const taken: number[] = [];
  for (;;) {
    const messages = await transaction((tx) => claim(tx, now, limit, leaseMs));
    if (messages.length === 0) return taken;
    for (const message of messages) taken.push(Number(message.payload.i));
    await transaction(async (tx) => {
      for (const message of messages) await markDone(tx, message.id);
    });
  }
}

const one = async (engine: Engine): Promise<OutboxMessage> => {
  const [message] = await engine.reader.select().from(outboxMessage).limit(1);
  if (!message) throw new RangeError('the outbox is empty');
  return message;
};

describe('the outbox', () => {
  it('gives each of 200 messages to one of four workers in two processes, once', async () => {
    const engine = await filled(200);
    const other = openEngine(engine.url);
    try {
      const taken = await Promise.all([work(engine, 7), work(engine, 11), work(other, 7), work(other, 11)]);
      expect(taken.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
      const left = await engine.reader.select().from(outboxMessage).where(eq(outboxMessage.state, 'pending'));
      expect(left).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('gives them in the order in which they were written', async () => {
    const engine = await filled(30);
    expect(await work(engine, 8)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  it('holds nothing of what was rolled back', async () => {
    const engine = await filled(0);
    await engine
      .transaction(async (tx) => {
        await enqueue(tx, 'order.noted', {}, now);
        throw new Error('no');
      })
      .catch(() => {});
    expect(await engine.transaction((tx) => claim(tx, now, 10, leaseMs))).toEqual([]);
  });

  it('gives back what a worker took and died with, when its lease is over', async () => {
    const engine = await filled(1);
    const take = (at: number) => engine.transaction((tx) => claim(tx, at, 10, leaseMs));
    expect(await take(now)).toHaveLength(1);
    expect(await take(now + leaseMs - 1)).toEqual([]);
    const again = await take(now + leaseMs);
    expect(again).toMatchObject([{ state: 'claimed', attempts: 0, claimedUntil: now + 2 * leaseMs }]);
    await engine.transaction((tx) => markDone(tx, again[0]?.id ?? ''));
    expect(await take(now + 10 * leaseMs)).toEqual([]);
  });

  it('tries again later and later, and gives up after eight times, loudly', async () => {
    const engine = await filled(1);
    const waits: number[] = [];
    let at = now;
    for (let i = 1; i <= 8; i++) {
      const [message] = await engine.transaction((tx) => claim(tx, at, 10, leaseMs));
      if (!message) throw new RangeError(`nothing to take the ${i}th time`);
      await engine.transaction((tx) => markFailed(tx, message, at, `failed ${'x'.repeat(900)}`));
      const failed = await one(engine);
      expect(failed).toMatchObject({ attempts: i, state: i < 8 ? 'pending' : 'dead' });
      expect(failed.lastError).toHaveLength(500);
      expect(await engine.transaction((tx) => claim(tx, failed.availableAt - 1, 10, leaseMs))).toEqual([]);
      waits.push(failed.availableAt - at);
      at = failed.availableAt;
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256].map((seconds) => seconds * 1000));
    expect(await engine.transaction((tx) => claim(tx, at + 1e9, 10, leaseMs))).toEqual([]);
    expect(await listDead(engine.reader)).toMatchObject([{ topic: 'order.noted', attempts: 8 }]);
  });
});
