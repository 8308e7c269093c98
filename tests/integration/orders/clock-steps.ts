import { eq } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import { noDue } from '@/lib/orders/clocks';
import { orderClock } from '@/lib/orders/tables';
import type { sharedCommunity } from '@/tests/support/community';
import { type Made, perform, rowOf, submitted } from '@/tests/support/orders';

/** An order at given moments, and its due times as a person reads them. */
export function clockSteps(c: ReturnType<typeof sharedCommunity>) {
  const at = (text: string) => Date.parse(`${text}:00+08:00`);
  /** As a person reads it: the minute in Shanghai. */
  const said = (ms: number | null) => (ms === null || ms === noDue ? null : rfc3339(ms).slice(0, 16));
  const clocksOf = async (order: Made) => {
    const { id } = await rowOf(c(), order);
    return c().engine.reader.select().from(orderClock).where(eq(orderClock.orderId, id)).orderBy(orderClock.id);
  };

  async function sentAt(moment: string, input: Parameters<typeof submitted>[1]): Promise<Made> {
    c().clock.set(at(moment));
    return submitted(c(), input);
  }

  const then = (
    moment: string,
    ...[who, action, order, more]: [
      string | Made['holder'],
      Parameters<typeof perform>[2],
      Made,
      Record<string, unknown>?,
    ]
  ) => {
    c().clock.set(at(moment));
    return perform(c(), who, action, order, more);
  };

  /** Evidence without photos: a reason for each. */
  const photoless = {
    outcome: 'resolved',
    pieces: [],
    missing: ['photo_before', 'photo_after'].map((kind) => ({ kind, reason: '手机坏了。' })),
  };

  return { at, said, clocksOf, sentAt, then, photoless };
}
