import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm';
import type { Lay } from '@/lib/calendar/rework';
import type { Reader } from '@/lib/kernel/context';
import type { Move } from '../clocks';
import { type ClockKind, orderClock, orderEvent } from '../tables';

/** When the latest clock of a kind began to run in an order; `fallback` where none is written. */
export async function clockStart(db: Reader, orderId: string, kind: ClockKind, fallback: number): Promise<number> {
  const [row] = await db
    .select({ at: orderClock.startedAt })
    .from(orderClock)
    .where(and(eq(orderClock.orderId, orderId), eq(orderClock.kind, kind)))
    .orderBy(desc(orderClock.seq), desc(orderClock.id))
    .limit(1);
  return row?.at ?? fallback;
}

/** When the latest dispatch and need_info clocks began to run, for many orders in one question; null where none is written. */
export async function clockStarts(
  db: Reader,
  list: readonly { id: string }[],
): Promise<(orderId: string, kind: 'dispatch' | 'need_info') => number | null> {
  const began = new Map<string, number>();
  if (list.length > 0) {
    const ids = list.map(({ id }) => id);
    const rows = await db
      .select({ orderId: orderClock.orderId, kind: orderClock.kind, at: orderClock.startedAt })
      .from(orderClock)
      .where(and(inArray(orderClock.orderId, ids), inArray(orderClock.kind, ['dispatch', 'need_info'])))
      .orderBy(asc(orderClock.orderId), asc(orderClock.seq), asc(orderClock.id));
    for (const { orderId, kind, at } of rows) began.set(`${orderId} ${kind}`, at);
  }
  return (orderId, kind) => began.get(`${orderId} ${kind}`) ?? null;
}

/** What begins a lay, and what ends it. */
const layEnds: ReadonlyMap<string, string> = new Map([
  ['order.evidence_submitted', 'order.reworked'],
  ['order.info_asked', 'order.supplemented'],
  ['order.suspended', 'order.resumed'],
]);
const layWith: Readonly<Record<string, Lay['with']>> = {
  'order.info_asked': 'requester',
  'order.suspended': 'suspension',
};
const extended = 'order.extension_granted';

/**
 * What moved a finish since a dispatch, in order (3.1, 3.1.2, 3.4): while the order lay with its verifiers and was sent
 * back, with a question to its requester that was answered, or suspended until it was resumed; and each extension.
 */
export async function movesSince(db: Reader, orderId: string, dispatchedAt: number): Promise<Move[]> {
  const rows = await db
    .select({ type: orderEvent.type, at: orderEvent.at, data: orderEvent.data })
    .from(orderEvent)
    .where(
      and(
        eq(orderEvent.orderId, orderId),
        gte(orderEvent.at, dispatchedAt),
        inArray(orderEvent.type, [...[...layEnds].flat(), extended]),
      ),
    )
    .orderBy(orderEvent.seq);
  const moves: Move[] = [];
  let begun: (typeof rows)[number] | undefined;
  for (const row of rows) {
    const data = JSON.parse(row.data) as { days?: number; until?: string };
    if (row.type === extended) moves.push({ with: 'extension', days: data.days ?? 0, to: row.at });
    else if (begun && layEnds.get(begun.type) === row.type) {
      // The clock resumes on the day that was said, however late its turn comes.
      const to = row.type === 'order.resumed' && data.until ? Date.parse(data.until) : row.at;
      const held = layWith[begun.type];
      moves.push({ from: begun.at, to, ...(held ? { with: held } : {}) });
    }
    begun = layEnds.has(row.type) ? row : undefined;
  }
  return moves;
}
