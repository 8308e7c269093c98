import { eq, gt, isNull } from 'drizzle-orm';
import { dateOfDay, dayOfDate } from '@/lib/calendar/shanghai';
import { genesisHash, sealHash } from '@/lib/casework/chain';
import { type ChainFault, chainFaults } from '@/lib/casework/verify';
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
  what: ChainFault['what'] | 'orphan' | 'seal' | 'missing_day';
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
      const faults = chainFaults(head, events, { namesCode: true });
      report.misfits.push(...faults.map((fault) => ({ order: head.code, ...fault })));
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
