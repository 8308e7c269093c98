import { gt, inArray } from 'drizzle-orm';
import { dateOfDay, dayOfDate } from '@/lib/calendar/shanghai';
import type { Reader } from '@/lib/kernel/context';
import { canonical, chainedEvent, eventHash, genesisHash, sealHash } from '../chain';
import { orderEvent, orderSeal, orders } from '../tables';
import { touchedOrders } from './touched-orders';

type EventRow = typeof orderEvent.$inferSelect;
type OrderHead = { id: string; code: string; status: string; lastSeq: number; lastHash: string };

/** One thing that does not fit: which order and which event, or which day. */
export interface Misfit {
  order?: string;
  seq?: number;
  day?: string;
  what: 'hash' | 'link' | 'gap' | 'bytes' | 'head' | 'state' | 'orphan' | 'seal' | 'missing_day' | 'no_history';
}

export interface HistoryReport {
  orders: number;
  events: number;
  days: number;
  misfits: Misfit[];
}

const pageSize = 500;

/** Recomputes every hash of every order and every daily seal (3.1.6). Reads only; in pages, for any size. */
export async function verifyHistory(
  db: Reader,
  onProgress: (orders: number) => void = () => {},
): Promise<HistoryReport> {
  const report: HistoryReport = { orders: 0, events: 0, days: 0, misfits: [] };
  const known = new Set<string>();
  for (let after = ''; ; ) {
    const heads = await db
      .select({
        id: orders.id,
        code: orders.code,
        status: orders.status,
        lastSeq: orders.lastSeq,
        lastHash: orders.lastHash,
      })
      .from(orders)
      .where(gt(orders.id, after))
      .orderBy(orders.id)
      .limit(pageSize);
    const last = heads.at(-1);
    if (!last) break;
    after = last.id;
    const events = await eventsOf(db, heads);
    for (const head of heads) {
      known.add(head.id);
      const own = events.get(head.id) ?? [];
      report.orders++;
      report.events += own.length;
      report.misfits.push(...checkOrder(head, own));
    }
    onProgress(report.orders);
  }
  report.misfits.push(...(await orphans(db, known)));
  await checkSeals(db, report);
  return report;
}

async function eventsOf(db: Reader, heads: OrderHead[]): Promise<Map<string, EventRow[]>> {
  const rows = await db
    .select()
    .from(orderEvent)
    .where(
      inArray(
        orderEvent.orderId,
        heads.map((head) => head.id),
      ),
    )
    .orderBy(orderEvent.orderId, orderEvent.seq);
  const grouped = new Map<string, EventRow[]>();
  for (const row of rows) grouped.set(row.orderId, [...(grouped.get(row.orderId) ?? []), row]);
  return grouped;
}

function checkOrder(head: OrderHead, events: EventRow[]): Misfit[] {
  const misfits: Misfit[] = [];
  const say = (what: Misfit['what'], seq?: number) => misfits.push({ order: head.code, ...(seq ? { seq } : {}), what });
  let prevHash = genesisHash;
  let expected = 1;
  for (const event of events) {
    if (event.seq !== expected) say('gap', event.seq);
    if (event.prevHash !== prevHash) say('link', event.seq);
    const bytes = intactBytes(event);
    if (bytes !== 'ok') say(bytes, event.seq);
    prevHash = event.hash;
    expected = event.seq + 1;
  }
  const last = events.at(-1);
  if (!last) say('no_history');
  else if (head.lastSeq !== last.seq || head.lastHash !== last.hash) say('head', last.seq);
  else if (head.status !== last.to) say('state', last.seq);
  const first = events[0];
  // The number stands on slips and in messages: the first event says which one was given.
  if (first?.seq === 1 && saidCode(first) !== head.code) say('head', first.seq);
  return misfits;
}

function saidCode(event: EventRow): unknown {
  try {
    return (JSON.parse(event.data) as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}

function intactBytes(event: EventRow): 'ok' | 'bytes' | 'hash' {
  try {
    if (canonical(JSON.parse(event.data)) !== event.data) return 'bytes';
    return eventHash(chainedEvent(event)) === event.hash ? 'ok' : 'hash';
  } catch {
    // Not JSON any more, or a time outside the calendar: changed bytes all the same.
    return 'bytes';
  }
}

async function orphans(db: Reader, known: ReadonlySet<string>): Promise<Misfit[]> {
  const ids = await db.selectDistinct({ id: orderEvent.orderId }).from(orderEvent);
  return ids.filter(({ id }) => !known.has(id)).map(({ id }) => ({ order: id, what: 'orphan' as const }));
}

async function checkSeals(db: Reader, report: HistoryReport): Promise<void> {
  const seals = await db.select().from(orderSeal).orderBy(orderSeal.on);
  let prevHash = genesisHash;
  let expected: string | null = null;
  for (const seal of seals) {
    report.days++;
    if (expected !== null && seal.on !== expected) report.misfits.push({ day: expected, what: 'missing_day' });
    const touched = await touchedOrders(db, seal.on);
    const intact =
      seal.prevHash === prevHash &&
      seal.orderCount === touched.length &&
      sealHash(prevHash, seal.on, touched) === seal.hash;
    if (!intact) report.misfits.push({ day: seal.on, what: 'seal' });
    prevHash = seal.hash;
    expected = dateOfDay(dayOfDate(seal.on) + 1);
  }
}
