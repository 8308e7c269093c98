import Database from 'better-sqlite3';
import type { StepName, StepRequest } from '@/bench/lifecycle';
import { openEngine } from '@/db/client';
import { type HistoryReport, verifyHistory } from '@/lib/orders/queries/verify-history';
import type { Answer } from './server';

/** A write that was sent, and the answer when one came back before the connection broke. */
export interface Entry {
  key: string;
  step: StepName;
  request: StepRequest;
  answer: Answer | null;
}

const eventOf: Record<StepName, string> = {
  submit: 'order.submitted',
  assign: 'order.assigned',
  sign: 'order.signed',
  'submit-evidence': 'order.evidence_submitted',
  pass: 'order.passed',
  rate: 'order.rated',
};

interface OrderRow {
  id: string;
  code: string;
  words: string;
  status: string;
  last_seq: number;
  last_hash: string;
}
interface EventRow {
  order_id: string;
  seq: number;
  type: string;
  to_status: string;
  hash: string;
}

/** What is on disk, read past the program by a connection of its own. */
export function readDisk(file: string) {
  const db = new Database(file, { readonly: true });
  try {
    const all = <T>(sql: string) => db.prepare(sql).all() as T[];
    return {
      orders: all<OrderRow>('select id, code, words, status, last_seq, last_hash from orders'),
      events: all<EventRow>('select order_id, seq, type, to_status, hash from order_event order by order_id, seq'),
      clocks: all<{ order_id: string; kind: string }>('select order_id, kind from order_clock'),
      contacts: new Set(all<{ order_id: string }>('select order_id from order_contact').map((c) => c.order_id)),
      messages: new Set(
        all<{ payload: string }>('select payload from outbox_message').map(({ payload }) => {
          const { orderId, seq } = JSON.parse(payload) as { orderId: string; seq: number };
          return `${orderId}#${seq}`;
        }),
      ),
      integrity: all<{ integrity_check: string }>('pragma integrity_check').map((row) => row.integrity_check),
    };
  } finally {
    db.close();
  }
}
type Disk = ReturnType<typeof readDisk>;

/** Orders of which only a part is there: history, outbox message, clocks and contact belong to one transaction. */
export function halfMade(disk: Disk): string[] {
  const faults: string[] = [];
  for (const order of disk.orders) {
    const events = disk.events.filter((e) => e.order_id === order.id);
    const clocks = disk.clocks.filter((c) => c.order_id === order.id).map((c) => c.kind);
    const last = events.at(-1);
    const say = (what: string) => faults.push(`${order.code}: ${what}`);
    if (events[0]?.seq !== 1 || events[0].type !== 'order.submitted') say('no first event');
    if (last?.seq !== order.last_seq || last.hash !== order.last_hash) say('its last event is not that of the order');
    if (last?.to_status !== order.status) say(`is ${order.status}, its history says ${last?.to_status}`);
    for (const { seq } of events) if (!disk.messages.has(`${order.id}#${seq}`)) say(`event ${seq} has no message`);
    for (const kind of ['promise', 'dispatch']) if (!clocks.includes(kind)) say(`no ${kind} clock`);
    if (events.some((e) => e.type === 'order.assigned') && !clocks.includes('finish')) say('no finish clock');
    if (!disk.contacts.has(order.id)) say('no contact row');
  }
  return faults;
}

/** Acknowledged writes that are not there any more, and orders that are there twice. */
export function lost(disk: Disk, entries: readonly Entry[], wordsOf: (key: string) => string): string[] {
  const faults: string[] = [];
  const byWords = new Map<string, OrderRow[]>();
  for (const order of disk.orders) byWords.set(order.words, [...(byWords.get(order.words) ?? []), order]);
  const types = new Map<string, Set<string>>();
  for (const event of disk.events) {
    const known = types.get(event.order_id) ?? new Set();
    types.set(event.order_id, known.add(event.type));
  }
  for (const { key, step, answer } of entries) {
    const [order, second] = byWords.get(wordsOf(key)) ?? [];
    if (second) faults.push(`${key} made two orders`);
    if (!answer) continue;
    if (!order || order.code !== answer.json.code) faults.push(`${key}: the order of ${step} is gone`);
    else if (!types.get(order.id)?.has(eventOf[step])) faults.push(`${key}: ${step} was acknowledged and is gone`);
  }
  return faults;
}

/** What `npm run verify-history` says of the file. */
export async function historyOf(databaseUrl: string): Promise<HistoryReport> {
  const engine = openEngine(databaseUrl);
  try {
    return await verifyHistory(engine.reader);
  } finally {
    await engine.close();
  }
}
