import { describe, expect, it } from 'vitest';
import { notice } from '@/lib/notices/tables';
import { enqueue } from '@/lib/outbox/store';
import { outboxMessage } from '@/lib/outbox/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { community } from '@/tests/support/community';
import { perform, submitted } from '@/tests/support/orders';

describe('the worker', () => {
  it('does the effects of many orders beside each other, those of one order in their order, and each once', async () => {
    const c = await community();
    const orders = [];
    for (let i = 0; i < 12; i++) orders.push(await submitted(c));
    for (const order of orders) {
      await perform(c, 'limin', 'assign', order);
      await perform(c, 'gaofeng', 'sign', order);
    }
    await c.engine.transaction((tx) => enqueue(tx, 'nobody.knows', {}));
    const waiting = await c.engine.reader.$count(outboxMessage);
    // Two at once, as two processes would: each message goes to one of them.
    const taken = await Promise.all([drainOutbox(c.ctx()), drainOutbox(c.ctx())]);
    expect(taken.reduce((a, b) => a + b)).toBe(waiting);

    const messages = await c.engine.reader.select().from(outboxMessage);
    const failed = messages.filter((m) => m.state !== 'done');
    expect(failed.map((m) => [m.topic, m.state, m.attempts, m.lastError])).toEqual([
      ['nobody.knows', 'pending', 1, 'no handler for nobody.knows'],
    ]);
    const notices = await c.engine.reader.select().from(notice);
    for (const { code } of orders) {
      const told = notices.filter((n) => n.orderCode === code).sort((a, b) => (a.id < b.id ? -1 : 1));
      const kinds = told.map((n) => n.kind);
      expect(new Set(kinds)).toEqual(new Set(['order.submitted', 'order.assigned']));
      expect(kinds.lastIndexOf('order.submitted')).toBeLessThan(kinds.indexOf('order.assigned'));
      expect(new Set(told.map((n) => `${n.personId} ${n.kind}`)).size).toBe(told.length);
    }
  });
});
