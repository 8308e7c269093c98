import type { Reader } from '@/lib/kernel/context';
import { idFloor, timeOfId } from '@/lib/kernel/ids';
import { processOnce } from '@/lib/kernel/once';
import { listOrderMessages, type OrderMessage } from '@/lib/outbox/queries/list-order-messages';
import { logUnexpected } from './log';

const pollMs = 500;
const page = 1000;

/**
 * A message's id is made inside its transaction, so on PostgreSQL it may come into sight behind a later one. For this long
 * after its making it is still looked for; a verb is done, or run again with another id, long before.
 */
const settledMs = 10_000;

/** Above this many, whoever missed them loads anew instead. */
export const mostReplayed = 500;

/** What looks for new steps of orders, in whichever process they were made, once for all who listen in this one. */
export interface StreamHub {
  /** `ready` when everything that commits from then on is handed to the listener, once, the same array to each. */
  listen(listener: (messages: OrderMessage[]) => void): { ready: Promise<void>; stop(): void };
  /** Ends each open stream when the process is told to end; gives a function that takes it back. */
  onClose(end: () => void): () => void;
}

/** The steps behind `after` that somebody may have missed, some of them perhaps seen; null when they are too many. */
export async function missedSince(db: Reader, after: string): Promise<OrderMessage[] | null> {
  const at = timeOfId(after);
  if (at === null) return null;
  const rows = await listOrderMessages(db, idFloor(at - settledMs), mostReplayed + 1);
  return rows.length > mostReplayed ? null : rows.filter(({ id }) => id !== after);
}

async function allSince(db: Reader, from: string): Promise<OrderMessage[]> {
  const rows: OrderMessage[] = [];
  for (let after = from; ; ) {
    const some = await listOrderMessages(db, after, page);
    rows.push(...some);
    const last = some.at(-1);
    if (!last || some.length < page) return rows;
    after = last.id;
  }
}

/** What somebody waits for, until it is opened. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** One process has one (`streamHub`); a test may have several. */
export function makeHub(db: Reader): StreamHub {
  const listeners = new Set<(messages: OrderMessage[]) => void>();
  const ends = new Set<() => void>();
  let known = new Set<string>();
  let lookedAt: number | null = null;
  let running = false;
  let ready = gate();

  async function look(): Promise<void> {
    const now = Date.now();
    const rows = await allSince(db, idFloor(Math.min(now, lookedAt ?? now) - settledMs));
    // What stood there before anybody listened is nobody's news.
    const fresh = lookedAt === null ? [] : rows.filter(({ id }) => !known.has(id));
    known = new Set(rows.map(({ id }) => id));
    lookedAt = now;
    ready.open();
    if (fresh.length > 0) for (const listener of [...listeners]) listener(fresh);
  }

  async function run(): Promise<void> {
    running = true;
    while (listeners.size > 0) {
      // Where the database is away, the next look goes back to where the last one ended.
      await look().catch((error: unknown) => logUnexpected(error, 'stream'));
      await new Promise((resolve) => setTimeout(resolve, pollMs).unref());
    }
    running = false;
    lookedAt = null;
    ready = gate();
  }

  return {
    listen(listener) {
      listeners.add(listener);
      if (!running) void run();
      return { ready: ready.opened, stop: () => void listeners.delete(listener) };
    },
    onClose(end) {
      ends.add(end);
      if (ends.size === 1) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endAll);
      return () => {
        ends.delete(end);
        if (ends.size === 0) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.off(signal, endAll);
      };
    },
  };

  function endAll(): void {
    for (const end of [...ends]) end();
  }
}

/** The hub of this process. */
export const streamHub = (db: Reader): StreamHub => processOnce('stream', () => makeHub(db));
