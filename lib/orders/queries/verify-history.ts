import { eq, gt, isNull } from 'drizzle-orm';
import { dateOfDay, dayOfDate } from '@/lib/calendar/shanghai';
import { canonical, chainedEvent, eventHash, genesisHash, sealHash } from '@/lib/casework/chain';
import type { Reader } from '@/lib/kernel/context';
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

/** Few enough that hashing a page keeps nobody waiting who shares the process. */
const pageSize = 100;

/**
 * Recomputes every hash of every order and every daily seal (3.1.6). Reads only; in pages, for any size.
 * What is held against each other is read by one statement, which is one snapshot on both engines: orders that are
 * worked on meanwhile never look as if they did not fit. Nothing is locked, and between pages others have their turn.
 */
export async function verifyHistory(
  db: Reader,
  onProgress: (orders: number) => void = () => {},
): Promise<HistoryReport> {
  const report: HistoryReport = { orders: 0, events: 0, days: 0, misfits: [] };
  for (let after = ''; ; ) {
    const page = await historiesAfter(db, after);
    for (const { head, events } of page) {
      report.orders++;
      report.events += events.length;
      report.misfits.push(...checkOrder(head, events));
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.head.id;
    onProgress(report.orders);
    await new Promise((resolve) => setImmediate(resolve));
  }
  report.misfits.push(...(await orphans(db)));
  await checkSeals(db, report);
  return report;
}

/** The next orders with all their events, oldest first: heads and events of one and the same moment. */
async function historiesAfter(db: Reader, after: string): Promise<{ head: OrderHead; events: EventRow[] }[]> {
  const head = db
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
    .limit(pageSize)
    .as('head');
  const rows = await db
    .select({
      head: { id: head.id, code: head.code, status: head.status, lastSeq: head.lastSeq, lastHash: head.lastHash },
      event: orderEvent,
    })
    .from(head)
    .leftJoin(orderEvent, eq(orderEvent.orderId, head.id))
    .orderBy(head.id, orderEvent.seq);
  const page: { head: OrderHead; events: EventRow[] }[] = [];
  for (const { head, event } of rows) {
    let last = page.at(-1);
    if (last?.head.id !== head.id) {
      last = { head, events: [] };
      page.push(last);
    }
    if (event) last.events.push(event);
  }
  return page;
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

async function orphans(db: Reader): Promise<Misfit[]> {
  const ids = await db
    .selectDistinct({ id: orderEvent.orderId })
    .from(orderEvent)
    .leftJoin(orders, eq(orders.id, orderEvent.orderId))
    .where(isNull(orders.id));
  return ids.map(({ id }) => ({ order: id, what: 'orphan' as const }));
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
