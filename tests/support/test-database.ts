import type { Engine } from '@/db/client';
import { manualClock } from '@/lib/kernel/clock';
import type { Actor, Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { openTestDatabase } from './database';

/** Monday 2024-01-15 08:20 in Shanghai: when the demo begins. */
export const demoMonday = Date.parse('2024-01-15T08:20:00+08:00');

export interface TestDatabase {
  engine: Engine & { url: string };
  clock: ReturnType<typeof manualClock>;
  /** A context on this database and clock; `system:demo` unless an actor is given. */
  ctx(actor?: Actor, overrides?: Partial<Context>): Context;
}

/** A migrated, empty database of the test's own, a clock moved by hand, and contexts on both. */
export async function testDatabase(): Promise<TestDatabase> {
  const engine = await openTestDatabase();
  const clock = manualClock(demoMonday);
  return {
    engine,
    clock,
    ctx: (actor = { kind: 'system', name: 'demo' }, overrides = {}) => ({
      actor,
      db: engine.reader,
      transaction: (fn) => engine.transaction(fn),
      now: clock.now,
      requestId: newId(),
      caller: { address: '192.0.2.1' },
      ...overrides,
    }),
  };
}
